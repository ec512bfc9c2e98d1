using System.Collections.Immutable;

namespace MentorCloud.Domain.Cohorts.Matching.Explanations;

/// <summary>What another decision would change for the whole cohort.</summary>
/// <param name="TotalChange">New total less old total in units of <see cref="Score.Unit"/>; both by the new weights when weights change.</param>
/// <param name="PairsChange">New number of pairs less the old one.</param>
/// <param name="MoveCount">How many mentees would get another mentor, one for the first time, or none.</param>
/// <param name="Moves">The first <see cref="MostMoves"/> of them.</param>
/// <param name="Summary">All of it in a sentence with names.</param>
public sealed record CohortChange(long TotalChange, int PairsChange, int MoveCount, ImmutableArray<PairMove> Moves, string Summary)
{
    /// <summary>How many moves are listed: more than a person reads.</summary>
    public const int MostMoves = 100;
}
