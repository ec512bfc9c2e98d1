using System.CommandLine;
using MentorCloud.App.Commands;
using MentorCloud.App.Hosting;

namespace MentorCloud.App;

/// <summary>The program: commands over one data folder.</summary>
public static class MentorCloudProgram
{
    /// <summary>Runs a command line.</summary>
    /// <param name="args">The command line; none serves.</param>
    /// <param name="edition">The grain host.</param>
    /// <returns>An exit code from <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(string[] args, IEdition edition)
    {
        var root = new RootCommand("MentorCloud: mentorship programs, matched provably best. Without a command it serves.");
        var serve = new ServeCommand(edition);
        root.Add(serve.Command);
        root.Add(new DemoCommand(edition).Command);
        root.Add(new TenantCommand(edition).Command);
        root.Add(new ImportCommand(edition).Command);
        root.Add(new RebuildCommand(edition).Command);
        root.Add(new BackupCommand(edition).Command);
        root.Add(new RestoreCommand(edition).Command);
        root.Add(new VerifyCommand(edition).Command);
        root.Add(new AuditCommand(edition).Command);
        root.Add(new PlatformOperatorCommand(edition).Command);
        root.Add(new ExportCommand(edition).Command);
        root.Add(new StatsCommand(edition).Command);
        root.Add(new KeysCommand(edition).Command);
        root.Add(new SimulateCommand(edition).Command);
        root.Add(new SolveCommand(edition).Command);
        root.Add(new MatchCommand(edition).Command);
        serve.AddTo(root);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            await Console.Error.WriteLineAsync("Add --help to see what is possible.");
            return ExitCodes.Usage;
        }

        // The host itself stops on Ctrl-C and SIGTERM and drains as long as its options say; the command line must not cut that off.
        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
    }
}
