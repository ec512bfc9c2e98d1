using MentorCloud.Matching.Assignment;

namespace MentorCloud.App.Spreadsheets;

/// <summary>What a person should know about an answer that may surprise them; for standard error.</summary>
internal static class SheetRemarks
{
    private const int MostNames = 10;

    /// <summary>Writes the remarks.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="table">The table.</param>
    /// <param name="places">Capacities of its mentors.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="inScores">How many of the mentors stand in the scores; the others are known from their capacity only.</param>
    public static void Write(TextWriter output, ScoreTable table, List<int> places, SheetAnswer answer, int inScores)
    {
        if (inScores < table.Mentors.Count)
        {
            var names = Enumerable.Range(inScores, table.Mentors.Count - inScores).Select(mentor => table.Mentors[mentor]).ToList();
            var more = names.Count > MostNames ? $" and {names.Count - MostNames} more" : string.Empty;
            output.WriteLine($"Note: with a capacity but without an allowed pair: {string.Join(", ", names.Take(MostNames))}{more}.");
        }

        if (answer.Pairs.IsEmpty)
        {
            output.WriteLine($"Note: no pair was made: {WhyNone(table, places, answer.Objective)}");
        }
    }

    private static string WhyNone(ScoreTable table, List<int> places, AssignmentObjective objective)
    {
        if (table.Rows.Count == 0)
        {
            return "the scores allow none, for they have no row below the header.";
        }

        if (table.Rows.Pairs().All(pair => places[pair.Mentor] == 0))
        {
            return "every mentor of an allowed pair has capacity 0.";
        }

        return objective == AssignmentObjective.Total
            ? "every score is negative, and total never takes a pair that lowers the sum; coverage would."
            : "nobody can be placed.";
    }
}
