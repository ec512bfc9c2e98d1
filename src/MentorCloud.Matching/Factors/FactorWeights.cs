using System.Collections.Immutable;

namespace MentorCloud.Matching.Factors;

/// <summary>Weight of each factor and the parameters of the formulas; one set a cohort.</summary>
public sealed record FactorWeights
{
    /// <summary>Number of factors: 12.</summary>
    public const int Count = 12;

    /// <summary>Weights by <see cref="Factor"/>, each finite and 0 or more; at least one positive. Only ratios matter.</summary>
    public required ImmutableArray<double> Values { get; init; }

    /// <summary>
    /// Mean distance of styles (0 to 1) that is best; above 0, at most 1. Default 0.4: beyond it understanding costs more than
    /// novelty gives (Nooteboom et al. 2007).
    /// </summary>
    public double CognitivePeak { get; init; } = 0.4;

    /// <summary>The defaults: complementarity first, then experience and perspective, then the rest.</summary>
    public static FactorWeights Default { get; } = new()
    {
        Values = [0.30, 0.15, 0.05, 0.05, 0.04, 0.04, 0.04, 0.10, 0.08, 0.05, 0.05, 0.05],
    };

    /// <summary>Weight of one factor.</summary>
    public double this[Factor factor] => Values[(int)factor];

    /// <summary>The same weights with one changed.</summary>
    public FactorWeights With(Factor factor, double weight) => this with { Values = Values.SetItem((int)factor, weight) };
}
