namespace MentorCloud.Matching.Scores;

/// <summary>
/// The unit that scores are counted in once they leave a kernel: 2^-30 as a 64-bit integer, so that sums, ties and
/// optima are the same on every machine (docs/adr/0020).
/// </summary>
public static class FixedPoint
{
    /// <summary>The integer that stands for 1.0, the best possible pair score: 2^30.</summary>
    public const long One = 1L << 30;

    /// <summary>Marks a pair that a hard rule forbids. Far below every score, far above overflow.</summary>
    public const long Forbidden = long.MinValue / 4;

    /// <summary>Greatest magnitude that a score may have: 2^60.</summary>
    public const long MaxMagnitude = 1L << 60;

    /// <summary>A fixed-point score as a number, exact up to 2^53 units.</summary>
    /// <param name="units">Score in units of 2^-30.</param>
    public static double ToDouble(long units) => units / (double)One;

    /// <summary>The nearest fixed-point score, halves to even.</summary>
    /// <param name="value">Finite number of magnitude below 2^30.</param>
    /// <exception cref="MatchingException"><see cref="MatchingErrors.Range"/> if the number is not finite or too large.</exception>
    public static long FromDouble(double value)
    {
        if (!double.IsFinite(value) || Math.Abs(value) > One)
        {
            throw new MatchingException(MatchingErrors.Range, "A score must be a finite number of magnitude below 2^30.");
        }

        return (long)Math.Round(value * One, MidpointRounding.ToEven);
    }
}
