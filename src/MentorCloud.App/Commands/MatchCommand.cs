using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using MentorCloud.App.Hosting;
using MentorCloud.App.Imports;
using MentorCloud.App.RosterMatch;
using MentorCloud.App.Spreadsheets;
using MentorCloud.Contracts.Solving;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Matching;
using MentorCloud.Matching.Assignment;

namespace MentorCloud.App.Commands;

/// <summary><c>match</c>: scores and matches the people of a roster; needs no server and no data folder.</summary>
internal sealed class MatchCommand
{
    private const string Summary = """
        Score and match the people of a roster, with the reasons. Needs no server and no data folder.

        Files (docs/imports.md):
          roster.csv       people; mentors with max_mentees, mentees with the profile they aim at
          skills.csv       code,title, then a column for each skill: the levels of each profile
          work-styles.csv  the same for work styles, if there are any
          weights.json     {"skillComplementarity": 40, "sharedHours": 0}; factors not named keep their default

        Examples:
          match --people roster.csv --framework skills.csv
          match --people roster.csv --framework skills.csv --work-styles work-styles.csv --objective fair --json
          match --people roster.csv --framework skills.csv --stages 4
        """;

    private readonly MatchingOptions options = new();
    private readonly Option<FileInfo> people = new("--people") { Description = "The roster, CSV.", Required = true };
    private readonly Option<FileInfo> framework = new("--framework") { Description = "The framework's skills, CSV.", Required = true };
    private readonly Option<FileInfo?> styles = new("--work-styles") { Description = "The framework's work styles, CSV. Without them cognitive distance does not count." };
    private readonly Option<FileInfo?> weights = new("--weights") { Description = "JSON object of factors and weights 0 to 100." };
    private readonly Option<int?> stages = new("--stages") { Description = "Plan a rotation of so many stages, 1 to 64; its objective is the total." };
    private readonly Option<double> bonus = new("--perspective-bonus")
    {
        Description = "With --stages: what each new division that a mentee meets adds to the plan's value, 0 to 1.",
        DefaultValueFactory = _ => 0.1,
    };

    public MatchCommand(IEdition edition)
    {
        stages.Validators.Add(result => Require(
            result, text => int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 64, "--stages must be a whole number in 1..64."));
        bonus.Validators.Add(result => Require(
            result, text => double.TryParse(text, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= 1, "--perspective-bonus must be a number in 0..1."));
        Command = new Command("match", Summary);
        foreach (var option in new Option[] { people, framework, styles, weights, options.Objective, stages, bonus, options.Json })
        {
            Command.Add(option);
        }

        Command.SetAction((parsed, _) => Running.GuardAsync(edition, () => Running.StoppableAsync(cancel => RunAsync(parsed, cancel))));
    }

    public Command Command { get; }

    /// <summary>Looks at the text, for a value that cannot be read has no value to look at.</summary>
    private static void Require(SymbolResult result, Func<string, bool> holds, string otherwise)
    {
        if (!result.Tokens.All(token => holds(token.Value)))
        {
            result.AddError(otherwise);
        }
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var began = TimeProvider.System.GetTimestamp();
        var progress = new LateProgress(Console.Error, TimeProvider.System);
        if (MatchingOptions.RefuseMissing([parsed.GetValue(people), parsed.GetValue(framework), parsed.GetValue(styles), parsed.GetValue(weights)]))
        {
            return ExitCodes.InputInvalid;
        }

        if (parsed.GetValue(stages) is not null && options.ObjectiveOf(parsed) != AssignmentObjective.Total)
        {
            await Console.Error.WriteLineAsync("A rotation plan is best at its total; leave out --objective or --stages.");
            return ExitCodes.Usage;
        }

        var (counts, fault) = parsed.GetValue(weights) is { } file ? WeightsFile.Read(file) : (MatchWeights.Default, null);
        if (counts is null)
        {
            await Console.Error.WriteLineAsync($"mentorcloud: {fault}");
            return ExitCodes.InputInvalid;
        }

        var files = new RosterFiles(parsed.GetValue(people)!, parsed.GetValue(framework)!, parsed.GetValue(styles));
        var (task, reports) = await files.ReadAsync((MatchObjective)options.ObjectiveOf(parsed), counts, TimeProvider.System.GetUtcNow(), progress, cancel);
        foreach (var warning in reports.SelectMany(report => report.Warnings))
        {
            await Console.Error.WriteLineAsync($"Note: {warning.File} line {warning.Line}, {warning.Column}: {warning.Message}");
        }

        return task is null ? MatchingOptions.Refuse(reports[^1]) : await SolveAsync(parsed, task, reports[^1], progress, began, cancel);
    }

    private async Task<int> SolveAsync(
        ParseResult parsed, SolveTask task, ImportReport roster, LateProgress progress, long began, CancellationToken cancel)
    {
        try
        {
            var solver = new RosterSolver(task, progress);
            var answer = parsed.GetValue(stages) is { } planned ? solver.Plan(planned, parsed.GetValue(bonus), cancel) : solver.Match(cancel);
            answer = answer with { Missing = roster.Missing, Seconds = Math.Round(TimeProvider.System.GetElapsedTime(began).TotalSeconds, 3) };
            await Console.Out.WriteLineAsync(parsed.GetValue(options.Json) ? RosterReport.Json(answer) : RosterReport.Text(answer));
            return ExitCodes.Done;
        }
        catch (MatchingException refused)
        {
            await Console.Error.WriteLineAsync($"mentorcloud: {refused.Message}");
            return ExitCodes.InputInvalid;
        }
    }
}
