namespace MentorCloud.Gateway.Pairings.Cadence;

/// <summary>The input of the same name.</summary>
internal sealed record PairingLogHoursInput(string IdempotencyKey, string Pairing, DateTimeOffset At, int Minutes) : IPairingInput;
