using MentorCloud.Matching.Scores;

namespace MentorCloud.Matching.Assignment;

/// <summary>
/// Sizes of the tiers that make "first the most pairs, then the most of those passed over, then the total" one sum:
/// each tier exceeds everything that all pairs together can gain below it.
/// </summary>
internal static class Tiers
{
    public static (long Pair, long PassedOver) Of(ValueModel model)
    {
        var problem = model.Problem;
        var anyPassedOver = problem.PassedOver.Length > 0;
        if (problem.Objective == AssignmentObjective.Total && !anyPassedOver)
            return (0, 0);
        var most = Math.Min(model.Capacity.Sum(c => (long)c), model.Demand.Sum(d => (long)d));
        var reach = (Int128)Magnitude(problem);
        var passedOver = anyPassedOver ? (2 * reach * most) + 1 : 0;
        var pair = problem.Objective == AssignmentObjective.Total ? 0 : (most * ((2 * reach) + passedOver)) + 1;
        if (pair + passedOver + reach > 2 * (Int128)FixedPoint.MaxMagnitude)
        {
            throw new MatchingException(
                MatchingErrors.Overflow,
                "Scores times pairs exceed 64-bit integers for this objective. Give the scores in a coarser unit.");
        }

        return ((long)pair, (long)passedOver);
    }

    /// <summary>Greatest magnitude of score plus breaking cost over all allowed pairs. One pass over the scores.</summary>
    public static long Magnitude(AssignmentProblem problem)
    {
        var extra = problem.Standing.Length > 0 ? problem.Standing.Max(s => s.BreakingCost) : 0;
        if (problem.Scores.KnownMagnitude is { } known)
            return known + extra;
        var scratch = new long[problem.Scores.Mentors];
        var most = 0L;
        for (var i = 0; i < problem.Scores.Mentees; i++)
        {
            if (!problem.Scores.TryList(i, out _, out var row))
            {
                problem.Scores.Fill(i, scratch);
                row = scratch;
            }

            foreach (var score in row)
            {
                if (score != FixedPoint.Forbidden)
                    most = Math.Max(most, Math.Abs(score));
            }
        }

        return most + extra;
    }
}
