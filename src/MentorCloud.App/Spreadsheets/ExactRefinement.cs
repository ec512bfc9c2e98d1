using System.Collections.Immutable;
using System.Numerics;
using MentorCloud.Matching.Assignment;
using MentorCloud.Matching.Assignment.Certificates;
using MentorCloud.Matching.Scores;

namespace MentorCloud.App.Spreadsheets;

/// <summary>
/// Takes away what rounding leaves open where scores have more digits than the solver's integers beside sums and
/// tiers. The duals of the rounded problem say how much each pair and each free place costs; whatever costs more than
/// all rounding together is in no optimum. The few pairs that remain are solved again by what they cost in all their
/// digits. docs/matching.md has the argument.
/// </summary>
internal sealed class ExactRefinement
{
    private const int MostDigits = 18;

    private readonly ScoreTable table;
    private readonly SheetProblem sheet;
    private readonly long[] menteeDual;
    private readonly ImmutableArray<long> mentorPrice;
    private readonly long tier;
    private readonly long most;
    private readonly int finestExponent;

    private ExactRefinement(ScoreTable table, SheetProblem sheet, AssignmentResult rounded, DualCertificate duals)
    {
        (this.table, this.sheet, mentorPrice, tier) = (table, sheet, duals.MentorPrice, duals.PairTier);
        menteeDual = [.. duals.MenteeDual];
        foreach (var pair in rounded.Pairs)
        {
            menteeDual[pair.Mentee] = Math.Max(menteeDual[pair.Mentee], pair.Score + tier - mentorPrice[pair.Mentor]);
        }

        finestExponent = table.Rows.FinestExponent;
        most = Math.Min(table.Mentees.Count, sheet.Problem.MentorCapacity.Sum(capacity => (long)capacity)) + 1;
    }

    /// <summary>The problem whose optimum is the exact one; null where even the digits that were rounded away exceed 64 bits.</summary>
    public static AssignmentProblem? Of(ScoreTable table, SheetProblem sheet, AssignmentResult rounded)
    {
        var digits = sheet.Scale.Unit.Exponent - table.Rows.FinestExponent;
        if (rounded.Certificate is not DualCertificate duals || digits is <= 0 or > MostDigits)
        {
            return null;
        }

        var refinement = new ExactRefinement(table, sheet, rounded, duals);
        var step = (long)BigInteger.Pow(10, digits);
        return step < long.MaxValue / (4 * refinement.most * refinement.most) ? refinement.Problem(step) : null;
    }

    private AssignmentProblem Problem(long step)
    {
        var pairs = new List<ScoredPair>();
        var row = 0;
        foreach (var (mentee, mentor, rounded) in table.Rows.In(sheet.Scale))
        {
            var cost = menteeDual[mentee] + mentorPrice[mentor] - rounded - tier;
            if (cost <= 2 * most)
            {
                var kept = Math.Min(menteeDual[mentee], most) + Math.Min(mentorPrice[mentor], most);
                pairs.Add(new ScoredPair(mentee, mentor, RoundedAway(row, rounded, step) + ((kept - cost) * step)));
            }

            row++;
        }

        return sheet.Problem with
        {
            Scores = SparseScores.FromPairs(table.Mentees.Count, table.Mentors.Count, pairs),
            Objective = AssignmentObjective.Total,
        };
    }

    /// <summary>A score less what it was rounded to, in units of the finest digit.</summary>
    private long RoundedAway(int row, long rounded, long step)
    {
        var score = table.Rows.ScoreOf(row);
        return (long)((score.Mantissa * BigInteger.Pow(10, score.Exponent - finestExponent)) - ((BigInteger)rounded * step));
    }
}
