using System.Numerics;
using MentorCloud.Matching.Scores;

namespace MentorCloud.Matching.Decimals;

/// <summary>
/// Finds the power of ten in which given decimals are 64-bit integers: exactly wherever all their digits fit beside
/// the objective's tiers, else to the nearest unit, at most one part in 10^12 of the greatest score for up to 50,000 pairs.
/// </summary>
public sealed class DecimalScale
{
    private readonly int _exponent;

    private DecimalScale(int exponent, bool isExact) => (_exponent, IsExact) = (exponent, isExact);

    /// <summary>True if no score is rounded.</summary>
    public bool IsExact { get; }

    /// <summary>Chooses the unit.</summary>
    /// <param name="values">All scores.</param>
    /// <param name="mostPairs">Most pairs that an assignment can have, for the tiers of coverage; 0 or more.</param>
    public static DecimalScale For(IReadOnlyCollection<ExactDecimal> values, long mostPairs)
    {
        ArgumentNullException.ThrowIfNull(values);
        var nonzero = values.Where(v => !v.Mantissa.IsZero).ToArray();
        if (nonzero.Length == 0)
            return new DecimalScale(0, true);
        var limit = new BigInteger(FixedPoint.MaxMagnitude) / ((2 * Math.Max(0, mostPairs)) + 4);
        var finest = nonzero.Min(v => v.Exponent);
        var exponent = finest;
        var most = nonzero.Max(v => BigInteger.Abs(v.Mantissa) * BigInteger.Pow(10, v.Exponent - finest));
        for (; most > limit; exponent++)
            most = (most + 9) / 10;
        return new DecimalScale(exponent, exponent == finest);
    }

    /// <summary>A score in this scale's unit, halves to even.</summary>
    public long ToUnits(ExactDecimal value)
    {
        if (value.Exponent >= _exponent)
            return (long)(value.Mantissa * BigInteger.Pow(10, value.Exponent - _exponent));
        var divisor = BigInteger.Pow(10, _exponent - value.Exponent);
        var quotient = BigInteger.DivRem(BigInteger.Abs(value.Mantissa), divisor, out var rest);
        var twice = rest * 2;
        if (twice > divisor || (twice == divisor && !quotient.IsEven))
            quotient++;
        return (long)(value.Mantissa.Sign * quotient);
    }

    /// <summary>Units as a decimal, exact.</summary>
    public ExactDecimal FromUnits(Int128 units) => ExactDecimal.Sum([new ExactDecimal((BigInteger)units, _exponent)]);
}
