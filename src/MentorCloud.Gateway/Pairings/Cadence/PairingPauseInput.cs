namespace MentorCloud.Gateway.Pairings.Cadence;

/// <summary>The input of the same name.</summary>
internal sealed record PairingPauseInput(string IdempotencyKey, string Pairing, DateOnly Until, string Reason) : IPairingInput;
