namespace MentorCloud.Gateway.Pairings;

/// <summary>The input of the same name.</summary>
internal sealed record PairingInput(string IdempotencyKey, string Pairing) : IPairingInput;
