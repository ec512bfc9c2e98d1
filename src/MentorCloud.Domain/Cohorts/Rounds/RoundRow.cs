using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Cohorts.Rounds;

/// <summary>A matching round in lists.</summary>
/// <param name="Id">The round.</param>
/// <param name="Tenant">Its tenant.</param>
/// <param name="Cohort">Its cohort.</param>
/// <param name="Objective">What it optimises.</param>
/// <param name="Status">Where it is.</param>
/// <param name="WeightsVersion">Which version of the cohort's weights it used.</param>
/// <param name="Pairs">Pairs in the draft.</param>
/// <param name="Unmatched">Participants left without a partner.</param>
/// <param name="TotalScore">Sum of the pairs' scores, in units of <see cref="Score.Unit"/>.</param>
/// <param name="UpperBound">Proven bound on any draft's total, same units.</param>
/// <param name="CreatedAt">When it was started, UTC.</param>
public sealed record RoundRow(
    RoundId Id,
    TenantId Tenant,
    CohortId Cohort,
    MatchObjective Objective,
    RoundStatus Status,
    int WeightsVersion,
    int Pairs,
    int Unmatched,
    long TotalScore,
    long UpperBound,
    DateTimeOffset CreatedAt) : ViewRow;
