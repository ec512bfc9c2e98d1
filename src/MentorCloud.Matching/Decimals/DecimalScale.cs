using System.Numerics;
using MentorCloud.Matching.Scores;

namespace MentorCloud.Matching.Decimals;

/// <summary>
/// Finds the power of ten in which given decimals are 64-bit integers: exactly wherever all their digits fit beside
/// the objective's tiers, else to the nearest unit, at most one part in 10^12 of the greatest score for up to 50,000 pairs.
/// </summary>
public sealed class DecimalScale
{
    private const int MostPower = 18;
    private static readonly long[] Powers = [.. Enumerable.Range(0, MostPower + 1).Select(k => (long)BigInteger.Pow(10, k))];
    private readonly int _exponent;

    private DecimalScale(int exponent, bool isExact) => (_exponent, IsExact) = (exponent, isExact);

    /// <summary>True if no score is rounded.</summary>
    public bool IsExact { get; }

    /// <summary>One unit as a decimal; where scores are rounded, each by at most half of it.</summary>
    public ExactDecimal Unit => new(BigInteger.One, _exponent);

    /// <summary>Chooses the unit.</summary>
    /// <param name="values">All scores, or of those with equally many decimals the one of greatest magnitude.</param>
    /// <param name="mostPairs">Most pairs that an assignment can have; 0 or more.</param>
    /// <param name="hasTiers">
    /// True (default) leaves room for the tiers of coverage; false, for the other objectives, for the sum of all pairs only.
    /// </param>
    public static DecimalScale For(IReadOnlyCollection<ExactDecimal> values, long mostPairs, bool hasTiers = true)
    {
        ArgumentNullException.ThrowIfNull(values);
        var nonzero = values.Where(v => !v.Mantissa.IsZero).ToArray();
        if (nonzero.Length == 0)
            return new DecimalScale(0, true);
        var limit = Limit(Math.Max(0, mostPairs), hasTiers);
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
        if (value.Magnitude < _exponent - 1)
            return 0;
        if (value.Exponent >= _exponent)
            return (long)(value.Mantissa * BigInteger.Pow(10, value.Exponent - _exponent));
        var divisor = BigInteger.Pow(10, _exponent - value.Exponent);
        var quotient = BigInteger.DivRem(BigInteger.Abs(value.Mantissa), divisor, out var rest);
        var twice = rest * 2;
        if (twice > divisor || (twice == divisor && !quotient.IsEven))
            quotient++;
        return (long)(value.Mantissa.Sign * quotient);
    }

    /// <summary>The score mantissa * 10^exponent in this scale's unit, halves to even; for many scores at once.</summary>
    public long ToUnits(long mantissa, int exponent)
    {
        var shift = exponent - _exponent;
        if (mantissa == 0 || shift == 0)
            return mantissa;
        if (shift > 0)
            return checked(mantissa * Powers[shift]);
        // Beyond the next digit even the greatest mantissa is less than half a unit.
        if (shift < -MostPower - 1)
            return 0;
        if (shift < -MostPower)
            return ToUnits(new ExactDecimal(mantissa, exponent));
        var (quotient, rest) = Math.DivRem(Math.Abs(mantissa), Powers[-shift]);
        var half = Powers[-shift] / 2;
        if (rest > half || (rest == half && (quotient & 1) != 0))
            quotient++;
        return mantissa < 0 ? -quotient : quotient;
    }

    /// <summary>Units as a decimal, exact.</summary>
    public ExactDecimal FromUnits(Int128 units) => ExactDecimal.Sum([new ExactDecimal((BigInteger)units, _exponent)]);

    /// <summary>Greatest magnitude of one score: sums of all pairs stay within 64 bits, with tiers the tiers of all pairs too.</summary>
    private static BigInteger Limit(long mostPairs, bool hasTiers) => hasTiers
        ? new BigInteger(FixedPoint.MaxMagnitude) / ((2 * mostPairs) + 4)
        : BigInteger.Min(FixedPoint.MaxMagnitude, new BigInteger(long.MaxValue) / (mostPairs + 1));
}
