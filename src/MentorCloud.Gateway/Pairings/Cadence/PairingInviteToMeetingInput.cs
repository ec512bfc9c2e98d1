namespace MentorCloud.Gateway.Pairings.Cadence;

/// <summary>The input of the same name.</summary>
internal sealed record PairingInviteToMeetingInput(string IdempotencyKey, string Pairing, DateTimeOffset StartsAt, int Minutes) : IPairingInput;
