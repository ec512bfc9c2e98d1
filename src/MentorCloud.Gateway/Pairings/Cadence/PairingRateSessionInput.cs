namespace MentorCloud.Gateway.Pairings.Cadence;

/// <summary>The input of the same name.</summary>
internal sealed record PairingRateSessionInput(string IdempotencyKey, string Pairing, int CheckIn, int Score) : IPairingInput;
