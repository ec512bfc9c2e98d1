namespace MentorCloud.Domain.Pairings.Cadence.Meetings;

/// <summary>Calls a meeting off; both sides are sent word for their calendars.</summary>
/// <param name="Number">The meeting's number.</param>
public sealed record CallOffMeeting(int Number) : PairingCommand;
