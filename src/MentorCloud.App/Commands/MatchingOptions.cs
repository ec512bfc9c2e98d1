using System.CommandLine;
using MentorCloud.App.Hosting;
using MentorCloud.App.Imports;
using MentorCloud.Matching.Assignment;

namespace MentorCloud.App.Commands;

/// <summary>What <c>solve</c> and <c>match</c> have in common on the command line.</summary>
internal sealed class MatchingOptions
{
    private const int MostErrorsShown = 20;

    public MatchingOptions() => Objective.AcceptOnlyFromAmong("total", "fair", "coverage", "stable");

    public Option<string> Objective { get; } = new("--objective")
    {
        Description = "What to be best at: total, fair, coverage or stable.",
        DefaultValueFactory = _ => "total",
    };

    public Option<bool> Json { get; } = new("--json") { Description = "Print JSON on standard output, and nothing else there." };

    public AssignmentObjective ObjectiveOf(ParseResult parsed) => Enum.Parse<AssignmentObjective>(parsed.GetValue(Objective)!, ignoreCase: true);

    /// <summary>Whether a file that was named is not there, which is then said.</summary>
    public static bool RefuseMissing(IEnumerable<FileInfo?> files)
    {
        var missing = files.OfType<FileInfo>().Where(file => !file.Exists).ToList();
        missing.ForEach(file => Console.Error.WriteLine($"mentorcloud: {file.FullName} does not exist or is no file."));
        return missing.Count > 0;
    }

    /// <summary>Says what is wrong with the files.</summary>
    public static int Refuse(ImportReport report)
    {
        foreach (var error in report.Errors.Take(MostErrorsShown))
        {
            Console.Error.WriteLine($"mentorcloud: {error}");
        }

        if (report.ErrorCount > MostErrorsShown)
        {
            Console.Error.WriteLine($"mentorcloud: and {report.ErrorCount - MostErrorsShown} more errors");
        }

        return ExitCodes.InputInvalid;
    }
}
