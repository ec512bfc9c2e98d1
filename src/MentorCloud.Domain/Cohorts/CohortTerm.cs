using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.Cohorts;

/// <summary>Whether a cohort of a fixed term has time left for new pairings. An evergreen one always has.</summary>
public static class CohortTerm
{
    private const int MostDays = 28;

    /// <summary>Refuses new pairings once the term is over.</summary>
    /// <param name="state">The cohort.</param>
    /// <param name="now">The instant.</param>
    /// <returns>COHORT_CLOSED, COHORT_TERM_OVER, or null.</returns>
    public static Refusal? RefuseOver(CohortState state, DateTimeOffset now) =>
        CohortDecisions.RefuseClosed(state) ?? (state.EndsAt is { } end && end <= now ? Over(end) : null);

    /// <summary>Refuses new pairings once less of the term is left than four weeks, or than half of it where that is shorter.</summary>
    /// <param name="state">The cohort.</param>
    /// <param name="now">The instant.</param>
    /// <returns>COHORT_CLOSED, COHORT_TERM_OVER, or null.</returns>
    public static Refusal? RefuseShort(CohortState state, DateTimeOffset now) =>
        RefuseOver(state, now) ?? (state is { StartsAt: { } start, EndsAt: { } end } && end - now < Least(end - start) ? Over(end) : null);

    private static TimeSpan Least(TimeSpan term) => term / 2 < TimeSpan.FromDays(MostDays) ? term / 2 : TimeSpan.FromDays(MostDays);

    private static Refusal Over(DateTimeOffset end) => new(
        ErrorCodes.CohortTermOver,
        $"The cohort's term ends on {end:yyyy-MM-dd}, too soon for new pairings; clone the cohort for another term. Pairings that live can be extended one by one.");
}
