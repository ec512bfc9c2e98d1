using System.Collections.Immutable;
using MentorCloud.App.Imports;
using MentorCloud.Domain.Cohorts.Matching;

namespace MentorCloud.App.RosterMatch;

/// <summary>What <c>match</c> answers. Scores lie in 0..1.</summary>
/// <param name="Objective">What the answer is best at.</param>
/// <param name="Stages">Stages of the rotation plan; null for a single match.</param>
/// <param name="Total">Sum of the pairs' scores.</param>
/// <param name="Value">For a plan the total plus what new perspectives earn; null for a single match.</param>
/// <param name="UpperBound">
/// Nothing has a greater total (a plan: value). For fair and coverage: nothing with as many pairs.
/// </param>
/// <param name="Gap">How far total (a plan: value) lies below the bound; 0 where it is proven to be the best.</param>
/// <param name="Pairs">The pairs, by stage and mentee.</param>
/// <param name="UnmatchedMentors">Ids of mentors without a mentee.</param>
/// <param name="UnmatchedMentees">Ids of mentees without a mentor in some stage.</param>
/// <param name="Reasons">Why people are without a partner.</param>
internal sealed record RosterAnswer(
    MatchObjective Objective,
    int? Stages,
    double Total,
    double? Value,
    double UpperBound,
    double Gap,
    ImmutableArray<RosterPair> Pairs,
    ImmutableArray<string> UnmatchedMentors,
    ImmutableArray<string> UnmatchedMentees,
    ImmutableArray<RosterReason> Reasons)
{
    /// <summary>Data that scoring would use and that people lack.</summary>
    public ImmutableArray<MissingData> Missing { get; init; } = [];

    /// <summary>From the start of reading to the checked proof.</summary>
    public double Seconds { get; init; }
}
