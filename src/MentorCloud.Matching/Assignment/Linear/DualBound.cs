using MentorCloud.Matching.Assignment.Certificates;

namespace MentorCloud.Matching.Assignment.Linear;

/// <summary>How far the dual bound lies above an assignment that meets its tiers: 0 proves the optimum.</summary>
internal static class DualBound
{
    /// <summary>
    /// Dual objective less the assignment's value. Only pairs of the assignment can have a surplus over their duals,
    /// because every other pair was priced; so the sum needs no pass over all pairs.
    /// </summary>
    public static long Excess(AssignmentProblem problem, ValueModel model, AssignmentResult result, DualCertificate duals)
    {
        Int128 excess = 0;
        for (var i = 0; i < model.Demand.Length; i++)
            excess += (Int128)model.Demand[i] * duals.MenteeDual[i];
        for (var j = 0; j < model.Capacity.Length; j++)
            excess += (Int128)model.Capacity[j] * duals.MentorPrice[j];
        foreach (var pair in result.Pairs)
        {
            if (pair.Pinned)
                continue;
            var value = pair.Score + model.MenteeTier[pair.Mentee] + model.BreakingCost(pair.Mentee, pair.Mentor);
            excess += Math.Max(0, value - duals.MenteeDual[pair.Mentee] - duals.MentorPrice[pair.Mentor]) - (Int128)value;
        }

        return checked((long)excess);
    }
}
