using System.CommandLine;
using System.Runtime;
using MentorCloud.App.Hosting;
using MentorCloud.App.Simulation;
using MentorCloud.App.Simulation.Faults;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.App.Commands;

/// <summary><c>simulate</c>: a cohort through its whole life on a clock moved by hand; fails when an invariant broke.</summary>
internal sealed class SimulateCommand
{
    private readonly CommonOptions options = new();
    private readonly Option<int> participants = Number("--participants", "People, 8 to 20,000; a quarter of them mentors.", 200, 8, 20_000);
    private readonly Option<int> months = Number("--months", "Months of the program, 1 to 24; 45 days more are played, for late decisions.", 6, 1, 24);
    private readonly Option<int> seed = Number("--seed", "What chance depends on, 0 or more; the same options and seed give the same result.", 7, 0, int.MaxValue);
    private readonly Option<DirectoryInfo?> data = new("--data") { Description = "A new or empty folder to keep the data in. Default: a temporary one that is deleted." };

    /// <summary>For tests alone: which fault to plant, so that they see it caught.</summary>
    private readonly Option<PlantedFault> fault = new("--fault") { Hidden = true };

    private readonly IEdition edition;

    public SimulateCommand(IEdition edition)
    {
        this.edition = edition;
        Command = new Command(
            "simulate",
            "Play a cohort through its months on a simulated clock, on the real runtime and store, and check what must hold. Prints a line a month, totals, "
            + "and what each check found; progress is on standard error. Exit code 0 when everything held, 1 when something did not, 130 when interrupted.");
        Command.Add(participants);
        Command.Add(months);
        Command.Add(seed);
        Command.Add(data);
        Command.Add(options.Json);
        Command.Add(fault);
        Command.SetAction((parsed, cancellationToken) => Running.GuardAsync(edition, () => RunAsync(parsed, cancellationToken)));
    }

    public Command Command { get; }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var kept = parsed.GetValue(data)?.FullName;
        if (kept is not null && Directory.Exists(kept) && Directory.EnumerateFileSystemEntries(kept).Any())
        {
            await Console.Error.WriteLineAsync($"mentorcloud: --data {kept} is not empty; a simulation needs a folder of its own.");
            return ExitCodes.Usage;
        }

        // Nobody waits for answers here: collecting garbage beside the work would only take processor time from it.
        GCSettings.LatencyMode = GCLatencyMode.Batch;
        var settings = new SimulationSettings(
            parsed.GetValue(participants), parsed.GetValue(months), parsed.GetValue(seed), parsed.GetValue(fault));
        var work = Directory.CreateTempSubdirectory("mentorcloud-simulation-");
        try
        {
            var folder = new MentorCloudOptions { Data = kept ?? Path.Combine(work.FullName, "data"), MasterKeyFile = Path.Combine(work.FullName, "master.key") };
            return await SimulateAsync(folder, settings, parsed.GetValue(options.Json), cancellationToken);
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private Task<int> SimulateAsync(MentorCloudOptions folder, SimulationSettings settings, bool json, CancellationToken cancellationToken) =>
        Running.InHostAsync(SimulationHost.Build(folder, edition, settings), async (services, cancel) =>
        {
            var result = await services.GetRequiredService<Simulation.Simulation>().RunAsync(folder.DataFolder, Console.Error, cancel);
            await Console.Out.WriteLineAsync(json ? SimulationReport.Json(result) : SimulationReport.Text(result));
            return result.IsSound ? ExitCodes.Done : ExitCodes.Failed;
        }, cancellationToken);

    private static Option<int> Number(string name, string description, int usual, int least, int most)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (!result.Tokens.All(token => int.TryParse(token.Value, out var value) && value >= least && value <= most))
            {
                result.AddError($"{name} must be a whole number from {least} to {most}, not '{string.Join(' ', result.Tokens)}'.");
            }
        });
        return option;
    }
}
