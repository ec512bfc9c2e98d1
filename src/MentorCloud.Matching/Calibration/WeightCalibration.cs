using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;
using MentorCloud.Matching.Factors;

namespace MentorCloud.Matching.Calibration;

/// <summary>
/// Proposes weights from finished pairings: ridge regression of the outcome on the factors, missing values at the factor's
/// mean (Hoerl and Kennard 1970), effects below 0 at weight 0. Judged by ten-fold cross-validation. Time: pairings
/// times the square of the number of factors.
/// </summary>
public static class WeightCalibration
{
    /// <summary>Fewest finished pairings for a proposal: ten for each factor that varies, and never under 60.</summary>
    public const int Fewest = 60;

    private const int Folds = 10;

    /// <summary>Fits and judges a proposal.</summary>
    /// <param name="outcomes">Finished pairings, in any fixed order (the folds follow it).</param>
    /// <param name="current">The weights now; what the proposal leaves out is taken from them.</param>
    /// <param name="ridge">Strength of the pull towards no effect, above 0, in units of one observation. Default 5.</param>
    /// <exception cref="MatchingException">
    /// <see cref="MatchingErrors.TooFew"/> with the number needed; <see cref="MatchingErrors.Shape"/> or <see cref="MatchingErrors.Range"/>
    /// for malformed observations.
    /// </exception>
    public static WeightProposal Propose(IReadOnlyList<PairOutcome> outcomes, FactorWeights current, double ridge = 5)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        ArgumentNullException.ThrowIfNull(current);
        Validate(outcomes, ridge);
        var used = Enumerable.Range(0, FactorWeights.Count).Where(f => Varies(outcomes, f)).ToArray();
        var needed = Math.Max(Fewest, 10 * used.Length);
        if (outcomes.Count < needed || used.Length == 0)
            throw new MatchingException(MatchingErrors.TooFew, $"{outcomes.Count} finished pairings with {used.Length} varying factors are too few; a proposal needs {needed}.");
        var fit = RidgeFit.Of(outcomes, used, ridge);
        var weights = Shares(fit, used, current);
        var evidence = Enumerable.Range(0, FactorWeights.Count).Select(f => Evidence(f, outcomes, fit, used, current, weights));
        var (now, then) = OutOfSample(outcomes, used, current, ridge);
        return new WeightProposal(current with { Values = [.. weights] }, [.. evidence], outcomes.Count, now, then);
    }

    private static void Validate(IReadOnlyList<PairOutcome> outcomes, double ridge)
    {
        if (outcomes.Any(o => o.Factors.IsDefault || o.Factors.Length != FactorWeights.Count))
            throw new MatchingException(MatchingErrors.Shape, $"Every outcome must carry {FactorWeights.Count} factors.");
        if (!(ridge > 0) || outcomes.Any(o => o.Outcome is not (>= 0 and <= 1) || o.Factors.Any(v => v is not (null or (>= 0 and <= 1)))))
            throw new MatchingException(MatchingErrors.Range, "Outcomes and factors must lie between 0 and 1, the ridge above 0.");
    }

    private static bool Varies(IReadOnlyList<PairOutcome> outcomes, int factor)
    {
        var known = outcomes.Select(o => o.Factors[factor]).Where(v => v is not null).Select(v => v!.Value).ToArray();
        return known.Length >= 20 && known.Variance() > 1e-6;
    }

    /// <summary>Positive effects share the weight that the varying factors have now; the others keep theirs.</summary>
    private static double[] Shares(RidgeFit fit, int[] used, FactorWeights current)
    {
        var sum = current.Values.Sum();
        var weights = current.Values.Select(w => w / sum).ToArray();
        var budget = used.Sum(f => weights[f]);
        budget = budget > 0 ? budget : 1;
        var positive = fit.Effects.Sum(e => Math.Max(0, e));
        for (var k = 0; k < used.Length && positive > 0; k++)
            weights[used[k]] = Math.Max(0, fit.Effects[k]) / positive * budget;
        var total = weights.Sum();
        return [.. weights.Select(w => w / total)];
    }

    private static FactorEvidence Evidence(int factor, IReadOnlyList<PairOutcome> outcomes, RidgeFit fit, int[] used, FactorWeights current, double[] weights)
    {
        var k = Array.IndexOf(used, factor);
        var known = outcomes.Count(o => o.Factors[factor] is not null);
        var share = current.Values[factor] / current.Values.Sum();
        if (k < 0)
            return new FactorEvidence((Factor)factor, share, weights[factor], 0, double.NegativeInfinity, double.PositiveInfinity, known);
        var reach = StudentT.InvCDF(0, 1, Math.Max(1, outcomes.Count - used.Length - 1), 0.975) * fit.Errors[k];
        return new FactorEvidence((Factor)factor, share, weights[factor], fit.Effects[k], fit.Effects[k] - reach, fit.Effects[k] + reach, known);
    }

    private static (double Current, double Proposed) OutOfSample(IReadOnlyList<PairOutcome> outcomes, int[] used, FactorWeights current, double ridge)
    {
        var actual = outcomes.Select(o => o.Outcome).ToArray();
        var now = outcomes.Select(o => Score(o, [.. current.Values])).ToArray();
        var then = new double[outcomes.Count];
        for (var fold = 0; fold < Folds; fold++)
        {
            var training = outcomes.Where((_, n) => n % Folds != fold).ToArray();
            var weights = Shares(RidgeFit.Of(training, used, ridge), used, current);
            for (var n = fold; n < outcomes.Count; n += Folds)
                then[n] = Score(outcomes[n], weights);
        }

        return (Rank(now, actual), Rank(then, actual));
    }

    private static double Rank(double[] a, double[] b)
    {
        var correlation = Correlation.Spearman(a, b);
        return double.IsNaN(correlation) ? 0 : correlation;
    }

    /// <summary>Weighted mean of the known factors, as in scoring.</summary>
    private static double Score(PairOutcome outcome, double[] weights)
    {
        var (sum, count) = (0.0, 0.0);
        for (var f = 0; f < weights.Length; f++)
        {
            if (outcome.Factors[f] is not { } value)
                continue;
            sum += weights[f] * value;
            count += weights[f];
        }

        return count > 0 ? sum / count : 0;
    }
}
