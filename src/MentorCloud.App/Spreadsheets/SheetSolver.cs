using MentorCloud.App.Matching;
using MentorCloud.Matching;
using MentorCloud.Matching.Assignment;
using MentorCloud.Matching.Assignment.Certificates;
using MentorCloud.Matching.Decimals;

namespace MentorCloud.App.Spreadsheets;

/// <summary>Solves a table of scores, has the answer's certificate checked, and says it in names and decimals.</summary>
internal sealed class SheetSolver(ScoreTable table, List<int> capacities, IProgress<SolveProgress>? progress)
{
    /// <summary>The answer. Time: docs/benchmarks/matching.md.</summary>
    /// <exception cref="MatchingException">The objective cannot take so many pairs.</exception>
    public SheetAnswer Solve(AssignmentObjective objective, CancellationToken cancel)
    {
        var (pairs, bound) = objective is AssignmentObjective.Total or AssignmentObjective.Coverage
            ? Sum(objective, cancel)
            : (Pairs(Proven(SheetProblem.Of(table, capacities, objective).Problem, cancel)), Sum(objective.BoundingSum(), cancel).Bound);
        var mentors = pairs.Select(pair => pair.Mentor).ToHashSet(StringComparer.Ordinal);
        var mentees = pairs.Select(pair => pair.Mentee).ToHashSet(StringComparer.Ordinal);
        return new SheetAnswer(
            objective,
            ExactDecimal.Sum(pairs.Select(pair => pair.Score)),
            bound,
            [.. pairs],
            [.. Names(table.Mentors).Where(name => !mentors.Contains(name))],
            [.. Names(table.Mentees).Where(name => !mentees.Contains(name))]);
    }

    private static IEnumerable<string> Names(NameTable names) => Enumerable.Range(0, names.Count).Select(number => names[number]);

    /// <summary>The greatest sum with a bound on every sum, in all digits wherever 64 bits hold those of a single score.</summary>
    private (List<SheetPair> Pairs, ExactDecimal Bound) Sum(AssignmentObjective objective, CancellationToken cancel)
    {
        var sheet = SheetProblem.Of(table, capacities, objective);
        var result = Proven(sheet.Problem, cancel);
        if (sheet.Scale.IsExact)
        {
            return (Pairs(result), sheet.Scale.FromUnits(result.UpperBound!.Value));
        }

        if (ExactRefinement.Of(table, sheet, result) is { } exact)
        {
            var refined = Pairs(Proven(exact, cancel));
            return (refined, ExactDecimal.Sum(refined.Select(pair => pair.Score)));
        }

        var halves = Math.Min(table.Mentees.Count, capacities.Sum(capacity => (long)capacity));
        var rounding = new ExactDecimal(sheet.Scale.Unit.Mantissa * halves * 5, sheet.Scale.Unit.Exponent - 1);
        return (Pairs(result), ExactDecimal.Sum([sheet.Scale.FromUnits(result.UpperBound!.Value), rounding]));
    }

    private AssignmentResult Proven(AssignmentProblem problem, CancellationToken cancel)
    {
        var result = AssignmentSolver.Solve(problem, new AssignmentOptions { Progress = progress }, cancellation: cancel);
        progress?.Report(new SolveProgress("check", 0, 0));
        var verdict = CertificateChecker.Check(problem, result, cancellation: cancel);
        return verdict.Valid ? result : throw new InvalidOperationException($"The proof of the answer does not hold: {verdict.Reason}");
    }

    /// <summary>The pairs with their scores as written, found in one look at the rows.</summary>
    private List<SheetPair> Pairs(AssignmentResult result)
    {
        var mentorOf = new int[table.Mentees.Count];
        Array.Fill(mentorOf, -1);
        foreach (var pair in result.Pairs)
        {
            mentorOf[pair.Mentee] = pair.Mentor;
        }

        var rows = table.Rows.Pairs().Where(row => mentorOf[row.Mentee] == row.Mentor).OrderBy(row => row.Mentee);
        return [.. rows.Select(row => new SheetPair(table.Mentors[row.Mentor], table.Mentees[row.Mentee], table.Rows.ScoreOf(row.Row)))];
    }
}
