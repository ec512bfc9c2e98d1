namespace MentorCloud.Domain.Pairings.Cadence.Meetings;

/// <summary>Invites both sides to a meeting; each is sent an invitation for their calendar.</summary>
/// <param name="StartsAt">When it begins: from now to a year on.</param>
/// <param name="Minutes">How long, 15..480.</param>
public sealed record InviteToMeeting(DateTimeOffset StartsAt, int Minutes) : PairingCommand;
