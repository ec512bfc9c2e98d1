namespace MentorCloud.Gateway.Pairings.Cadence;

/// <summary>The input of the same name.</summary>
internal sealed record PairingCallOffMeetingInput(string IdempotencyKey, string Pairing, int Number) : IPairingInput;
