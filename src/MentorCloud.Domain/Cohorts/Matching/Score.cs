namespace MentorCloud.Domain.Cohorts.Matching;

/// <summary>
/// Scores are fixed-point 64-bit integers, so that sums and ties are the same on any machine: 1.0 is 2^30
/// units, the unit of MentorCloud.Matching. A pair's score lies in 0..1, a round's total in 0..number of pairs.
/// </summary>
public static class Score
{
    /// <summary>Units in 1.0.</summary>
    public const long Unit = 1L << 30;

    /// <summary>A score as people read it.</summary>
    /// <param name="units">Fixed-point units.</param>
    /// <returns>The decimal number, rounded to nine digits.</returns>
    public static decimal ToDecimal(long units) => decimal.Round((decimal)units / Unit, 9);

    /// <summary>A number as people give it in fixed-point units.</summary>
    /// <param name="value">Any number; what is none or out of reach becomes -1, which no score is.</param>
    /// <returns>The nearest number of units.</returns>
    public static long FromDouble(double value) => Math.Abs(value) <= 1_000_000 ? (long)Math.Round(value * Unit) : -1;
}
