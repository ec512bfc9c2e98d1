namespace MentorCloud.Gateway.Pairings.Cadence;

/// <summary>The type of the same name.</summary>
internal sealed record MeetingSlot(DateTimeOffset StartsAt, DateTimeOffset EndsAt, string MentorTime, string MenteeTime);
