using System.Collections.Immutable;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.Cohorts.Matching;

/// <summary>How much each factor counts; a pair's score is the weighted mean of its factors, so only ratios matter.</summary>
/// <param name="Values">Weights in the order of <see cref="MatchFactor"/>, each 0..100.</param>
/// <param name="BestCognitiveDistance">The distance in work styles that is rewarded most, above 0 and at most 1; beyond it the reward falls.</param>
public sealed record MatchWeights(ImmutableArray<double> Values, double BestCognitiveDistance)
{
    /// <summary>How many factors there are.</summary>
    public static readonly int Factors = Enum.GetValues<MatchFactor>().Length;

    /// <summary>Complementarity first, then experience and perspective, then the rest; a moderate cognitive distance is best.</summary>
    public static MatchWeights Default { get; } = new([30, 15, 5, 5, 4, 4, 4, 10, 8, 5, 5, 5], 0.4);

    /// <summary>The weight of one factor.</summary>
    /// <param name="factor">Which.</param>
    /// <returns>0..100.</returns>
    public double Of(MatchFactor factor) => Values[(int)factor];

    /// <summary>The same weights with some of them set.</summary>
    /// <param name="changes">Factors and their new weights; the last one of a factor counts.</param>
    /// <returns>The new weights.</returns>
    public MatchWeights With(IEnumerable<KeyValuePair<MatchFactor, double>> changes)
    {
        var values = Values.ToBuilder();
        foreach (var (factor, weight) in changes)
        {
            values[(int)factor] = weight;
        }

        return this with { Values = values.ToImmutable() };
    }

    /// <summary>Checks ranges, and that something counts at all.</summary>
    /// <returns>INPUT_INVALID with the field, or null.</returns>
    public Refusal? Check() =>
        Inputs.Count(Values, "weights", Factors, Factors)
            ?? Inputs.FirstOf(Values, (value, index) =>
                value is >= 0 and <= 100 ? null : Inputs.Invalid("weights", $"must lie in 0 to 100; {Inputs.Name((MatchFactor)index)} does not"))
            ?? (BestCognitiveDistance is > 0 and <= 1 ? null : Inputs.Invalid("bestCognitiveDistance", "must lie above 0 and be at most 1"))
            ?? (Values.Any(value => value > 0)
                ? null
                : Inputs.Invalid("weights", "are all zero; give at least one factor some weight"));

    /// <inheritdoc/>
    public bool Equals(MatchWeights? other) =>
        other is not null && BestCognitiveDistance.Equals(other.BestCognitiveDistance) && Values.AsSpan().SequenceEqual(other.Values.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(BestCognitiveDistance, Values.IsDefaultOrEmpty ? 0 : Values[0]);
}
