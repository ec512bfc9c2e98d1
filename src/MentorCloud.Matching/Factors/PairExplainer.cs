using MentorCloud.Matching.Factors.Kernels;

namespace MentorCloud.Matching.Factors;

/// <summary>Tells why pairs score what they score and what the hard rules leave each mentee, by the very kernels that score.</summary>
/// <param name="scores">The scores to explain.</param>
public sealed class PairExplainer(FactorScores scores)
{
    /// <summary>Factors, weights, shares and hard rules of one pair. Time: the attributes of eight pairs.</summary>
    /// <param name="mentee">Row in the mentee table.</param>
    /// <param name="mentor">Row in the mentor table.</param>
    public PairBreakdown Explain(int mentee, int mentor)
    {
        var start = mentor & ~(FactorKernel.Lanes - 1);
        Span<float> values = stackalloc float[FactorKernel.Lanes];
        Span<float> present = stackalloc float[FactorKernel.Lanes];
        var factors = new FactorValue[FactorWeights.Count];
        foreach (var kernel in scores.Kernels)
        {
            var presence = kernel.PresenceOf(mentee);
            if (presence != Presence.None)
                kernel.Evaluate(mentee, start, values, present);
            var known = presence == Presence.All || (presence == Presence.Some && present[mentor - start] > 0);
            factors[(int)kernel.Factor] = new FactorValue(kernel.Factor, scores.Input.Weights[kernel.Factor], known ? values[mentor - start] : null, 0);
        }

        var counting = factors.Where(f => f.Value is not null).Sum(f => f.Weight);
        for (var f = 0; f < factors.Length && counting > 0; f++)
            factors[f] = factors[f] with { Share = factors[f].Weight * (factors[f].Value ?? 0) / counting };
        return new PairBreakdown(scores.Unruled(mentee, mentor), [.. factors], Forbids(mentee, mentor));
    }

    /// <summary>Every hard rule that forbids the pair.</summary>
    public HardRule Forbids(int mentee, int mentor)
    {
        var start = mentor & ~(FactorKernel.Lanes - 1);
        Span<int> flags = stackalloc int[FactorKernel.Lanes];
        scores.Rules(mentee, start, flags);
        return (HardRule)flags[mentor - start];
    }

    /// <summary>What the rules leave one mentee, and which of them leave nothing.</summary>
    public RuleReport Rules(int mentee)
    {
        var flags = new int[(scores.Mentors + FactorKernel.Lanes - 1) / FactorKernel.Lanes * FactorKernel.Lanes];
        scores.Rules(mentee, 0, flags);
        var mentors = flags.AsSpan(0, scores.Mentors).ToArray();
        var rules = Enum.GetValues<HardRule>().Where(r => r != HardRule.None).ToArray();
        var removed = rules.Select(r => (Rule: r, Count: mentors.Count(f => (f & (int)r) != 0))).Where(r => r.Count > 0).ToDictionary(r => r.Rule, r => r.Count);
        var allowed = mentors.Count(f => f == 0);
        HardRule[] emptied = allowed > 0 ? [] : [.. rules.Where(r => mentors.Any(f => f == (int)r))];
        return new RuleReport(mentee, allowed, removed, emptied);
    }
}
