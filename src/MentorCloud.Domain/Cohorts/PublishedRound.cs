using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Cohorts;

/// <summary>A published round as its cohort remembers it.</summary>
/// <param name="Round">The round.</param>
/// <param name="Pages">Its draft pages.</param>
/// <param name="StartedAt">When it was started, UTC.</param>
public sealed record PublishedRound(RoundId Round, int Pages, DateTimeOffset StartedAt);
