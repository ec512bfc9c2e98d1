namespace MentorCloud.Gateway.Pairings.Growth;

/// <summary>The input of the same name.</summary>
internal sealed record PairingRateMentoringInput(string IdempotencyKey, string Pairing, int Score) : IPairingInput;
