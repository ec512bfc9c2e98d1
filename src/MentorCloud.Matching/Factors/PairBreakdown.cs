using System.Collections.Immutable;

namespace MentorCloud.Matching.Factors;

/// <summary>Why a pair scores what it scores.</summary>
/// <param name="Score">Fixed-point score as the solver sees it, even if the pair is forbidden.</param>
/// <param name="Factors">All factors in the order of <see cref="Factor"/>, missing ones included.</param>
/// <param name="Forbidden">Every hard rule that forbids the pair.</param>
public sealed record PairBreakdown(long Score, ImmutableArray<FactorValue> Factors, HardRule Forbidden)
{
    /// <summary>Factors that lack data for this pair.</summary>
    public IEnumerable<Factor> Missing => Factors.Where(f => f.Value is null).Select(f => f.Factor);
}
