using System.CommandLine;
using MentorCloud.App.Hosting;
using MentorCloud.App.Imports;
using MentorCloud.App.Spreadsheets;
using MentorCloud.Matching;

namespace MentorCloud.App.Commands;

/// <summary><c>solve</c>: the best pairs for a table of scores; needs no server and no data folder.</summary>
internal sealed class SolveCommand
{
    private const string Summary = """
        Find the proven best pairs for a table of scores. Needs no server and no data folder.

        Files are CSV in UTF-8 with a header; columns may stand in any order:
          scores.csv      mentor,mentee,score     a row for each allowed pair, each pair once; any finite decimals
          capacities.csv  mentor,capacity         the most mentees of a mentor; 1 for whoever is not named

        Objectives:
          total     the greatest sum of scores; never takes a pair that lowers it (default)
          coverage  the most pairs, then the greatest sum; takes negative scores where that gives more pairs
          fair      the most pairs, then the best worst-off pair, then the next, and so on
          stable    no mentor and mentee who both score higher together than with whom they have; of equal
                    scores the one that stands first in the file is preferred

        Examples:
          solve --scores scores.csv
          solve --scores scores.csv --capacities capacities.csv --objective fair --json
        """;

    private readonly MatchingOptions options = new();
    private readonly Option<FileInfo> scores = new("--scores") { Description = "CSV file: mentor,mentee,score.", Required = true };
    private readonly Option<FileInfo?> capacities = new("--capacities") { Description = "CSV file: mentor,capacity. Default: one mentee each." };

    public SolveCommand(IEdition edition)
    {
        Command = new Command("solve", Summary);
        Command.Add(scores);
        Command.Add(capacities);
        Command.Add(options.Objective);
        Command.Add(options.Json);
        Command.SetAction((parsed, _) => Running.GuardAsync(edition, () => Running.StoppableAsync(cancel => Task.FromResult(Run(parsed, cancel)))));
    }

    public Command Command { get; }

    private int Run(ParseResult parsed, CancellationToken cancel)
    {
        var began = TimeProvider.System.GetTimestamp();
        var progress = new LateProgress(Console.Error, TimeProvider.System);
        var log = new ImportLog(ImportLimits.Default);
        if (MatchingOptions.RefuseMissing([parsed.GetValue(scores), parsed.GetValue(capacities)]))
        {
            return ExitCodes.InputInvalid;
        }

        var table = ScoreFile.Read(parsed.GetValue(scores)!, log, progress, cancel);
        var named = table?.Mentors.Count ?? 0;
        var places = table is null ? [] : Capacities(parsed, table, log, progress, cancel);
        if (table is null || log.ErrorCount > 0)
        {
            return MatchingOptions.Refuse(log.ToReport());
        }

        try
        {
            var answer = new SheetSolver(table, places, progress).Solve(options.ObjectiveOf(parsed), cancel);
            SheetRemarks.Write(Console.Error, table, places, answer, named);
            Print(answer, parsed.GetValue(options.Json), TimeProvider.System.GetElapsedTime(began));
            return ExitCodes.Done;
        }
        catch (MatchingException refused)
        {
            Console.Error.WriteLine($"mentorcloud: {refused.Message}");
            return ExitCodes.InputInvalid;
        }
    }

    private List<int> Capacities(ParseResult parsed, ScoreTable table, ImportLog log, LateProgress progress, CancellationToken cancel) =>
        parsed.GetValue(capacities) is { } file
            ? CapacityFile.Read(file, table.Mentors, log, progress, cancel)
            : [.. Enumerable.Repeat(1, table.Mentors.Count)];

    private static void Print(SheetAnswer answer, bool asJson, TimeSpan elapsed)
    {
        using var output = Console.OpenStandardOutput();
        output.Write(asJson ? SheetReport.Json(answer, elapsed.TotalSeconds) : System.Text.Encoding.UTF8.GetBytes(SheetReport.Text(answer, elapsed.TotalSeconds)));
        output.Write(System.Text.Encoding.UTF8.GetBytes(Environment.NewLine));
    }
}
