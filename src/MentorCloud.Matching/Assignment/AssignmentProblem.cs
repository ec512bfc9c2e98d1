using System.Collections.Immutable;
using MentorCloud.Matching.Scores;

namespace MentorCloud.Matching.Assignment;

/// <summary>A whole-cohort match to solve. Numbers only: who stands behind an index is the caller's business.</summary>
public sealed record AssignmentProblem
{
    /// <summary>Scores of all pairs; forbidden pairs are never taken.</summary>
    public required PairScores Scores { get; init; }

    /// <summary>For each mentor the most mentees to take, 0 or more.</summary>
    public required ImmutableArray<int> MentorCapacity { get; init; }

    /// <summary>For each mentee the number of different mentors wanted, 0 or more. Default (unset): one each.</summary>
    public ImmutableArray<int> MenteeDemand { get; init; }

    /// <summary>What to be best at. Default: <see cref="AssignmentObjective.Total"/>.</summary>
    public AssignmentObjective Objective { get; init; }

    /// <summary>Pairs that every answer must contain, even if their score is low. Vetoed or forbidden pairs are refused.</summary>
    public ImmutableArray<PairId> Pins { get; init; } = [];

    /// <summary>Pairs that no answer may contain, besides those that the scores forbid.</summary>
    public ImmutableArray<PairId> Vetoes { get; init; } = [];

    /// <summary>Pairs that exist already and what breaking each costs.</summary>
    public ImmutableArray<StandingPair> Standing { get; init; } = [];

    /// <summary>
    /// Mentees passed over in the last round: leaving one of them unmatched is worse than any difference in score
    /// (requirement 22). They never lower the number of pairs of <see cref="AssignmentObjective.Coverage"/> and
    /// <see cref="AssignmentObjective.Fair"/>.
    /// </summary>
    public ImmutableArray<int> PassedOver { get; init; } = [];

    /// <summary>
    /// For <see cref="AssignmentObjective.Stable"/> only: how mentors rank mentees, as scores of the same shape.
    /// Null: mentors rank by <see cref="Scores"/> as mentees do.
    /// </summary>
    public PairScores? MentorPreferences { get; init; }
}
