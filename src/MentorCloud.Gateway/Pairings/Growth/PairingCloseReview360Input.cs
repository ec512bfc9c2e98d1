namespace MentorCloud.Gateway.Pairings.Growth;

/// <summary>The input of the same name.</summary>
internal sealed record PairingCloseReview360Input(string IdempotencyKey, string Pairing, int Number) : IPairingInput;
