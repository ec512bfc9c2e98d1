using System.Collections.Immutable;

namespace MentorCloud.Domain.Insights;

/// <summary>The safety pulses of one month, as far as they may be shown.</summary>
/// <param name="Month">Year times 100 and month.</param>
/// <param name="Figures">Groups <c>mentors</c>, <c>mentees</c>, <c>all</c>.</param>
public sealed record PulseMonth(int Month, ImmutableArray<GroupFigure> Figures);
