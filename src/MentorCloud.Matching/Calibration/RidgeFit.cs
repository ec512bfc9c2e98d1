using MathNet.Numerics.LinearAlgebra;

namespace MentorCloud.Matching.Calibration;

/// <summary>Ridge regression with an unpenalised intercept: effects and their standard errors.</summary>
/// <param name="Effects">One for each column used.</param>
/// <param name="Errors">Standard errors of the effects.</param>
internal sealed record RidgeFit(double[] Effects, double[] Errors)
{
    /// <summary>Fits centred columns; what is missing sits at its column's mean and so pulls nowhere.</summary>
    public static RidgeFit Of(IReadOnlyList<PairOutcome> outcomes, int[] used, double ridge)
    {
        var means = used.Select(f => outcomes.Where(o => o.Factors[f] is not null).Select(o => o.Factors[f]!.Value).DefaultIfEmpty(0).Average()).ToArray();
        var x = Matrix<double>.Build.Dense(outcomes.Count, used.Length, (n, k) => (outcomes[n].Factors[used[k]] ?? means[k]) - means[k]);
        var mean = outcomes.Average(o => o.Outcome);
        var y = Vector<double>.Build.Dense(outcomes.Count, n => outcomes[n].Outcome - mean);
        var gram = x.TransposeThisAndMultiply(x);
        var inverse = (gram + Matrix<double>.Build.DenseDiagonal(used.Length, ridge)).Cholesky().Solve(Matrix<double>.Build.DenseIdentity(used.Length));
        var effects = inverse * x.TransposeThisAndMultiply(y);
        var residual = y - (x * effects);
        var variance = residual.DotProduct(residual) / Math.Max(1, outcomes.Count - used.Length - 1);
        var covariance = inverse * gram * inverse * variance;
        return new RidgeFit([.. effects], [.. covariance.Diagonal().Select(Math.Sqrt)]);
    }
}
