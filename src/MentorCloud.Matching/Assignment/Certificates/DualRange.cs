using System.Collections.Immutable;
using MentorCloud.Matching.Scores;

namespace MentorCloud.Matching.Assignment.Certificates;

/// <summary>Which numbers may be duals at all: none is below 0 or above what tiers and a score come to, so that no difference leaves 64 bits.</summary>
internal static class DualRange
{
    /// <summary>Twice what <see cref="Tiers"/> and <see cref="FixedPoint.MaxMagnitude"/> let a pair be worth.</summary>
    private const long Most = 4 * FixedPoint.MaxMagnitude;

    public static bool Holds(ImmutableArray<long> duals, int count) => !duals.IsDefault && duals.Length == count && duals.All(dual => dual is >= 0 and <= Most);
}
