using System.Collections.Immutable;
using MentorCloud.Matching.Scores;

namespace MentorCloud.Matching.Assignment;

/// <summary>
/// What a solve leaves behind so that the next one, after a pin, a veto or another small change, starts near its end:
/// prices, candidate lists, pairs, and how far every other pair is from mattering. Valid for the same scores only;
/// with other scores only its prices and lists are used. Memory: that of the candidate lists.
/// </summary>
public sealed class ResumePoint
{
    internal ResumePoint(PairScores scores, long[] prices, int[] start, int[] mentor, long[] score, ImmutableArray<PairId> pairs)
        => (Scores, Prices, Start, Mentor, Score, Pairs) = (scores, prices, start, mentor, score, pairs);

    internal PairScores Scores { get; }

    internal AssignmentObjective Objective { get; init; }

    /// <summary>Pairs that were pinned or vetoed, and so neither listed nor priced.</summary>
    internal ImmutableArray<PairId> Blocked { get; init; } = [];

    internal long[] Prices { get; }

    internal int[] Start { get; }

    internal int[] Mentor { get; }

    /// <summary>Scores of the listed pairs, so that they are not computed again.</summary>
    internal long[] Score { get; }

    internal ImmutableArray<PairId> Pairs { get; }

    /// <summary>Prices at the last full pricing pass, and the best net score outside each list then (see Pricing).</summary>
    internal long[]? ReferencePrices { get; init; }

    internal long[]? OutsideBest { get; init; }
}
