using System.CommandLine;
using MentorCloud.App.Demo;
using MentorCloud.App.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.App.Commands;

/// <summary><c>demo</c>: a whole first cohort on a data folder.</summary>
internal sealed class DemoCommand
{
    private readonly CommonOptions options = new();
    private readonly Option<DirectoryInfo?> from = new("--from")
    {
        Description = "A folder with skills.csv, work-styles.csv and roster.csv; default: the program's own sample.",
    };

    private readonly Option<bool> resetLogin = new("--reset-login") { Description = "Make new passwords and a new client secret, and print them." };
    private readonly IEdition edition;

    public DemoCommand(IEdition edition)
    {
        this.edition = edition;
        Command = new Command("demo", "Run a first cohort end to end: import, match, publish, sign, check in. Repeating it changes nothing.");
        Command.Add(options.Data);
        Command.Add(options.MasterKey);
        Command.Add(options.Json);
        Command.Add(from);
        Command.Add(resetLogin);
        Command.SetAction((parsed, cancellationToken) => Running.GuardAsync(edition, () => RunAsync(parsed, cancellationToken)));
    }

    public Command Command { get; }

    private Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var source = parsed.GetValue(from) is { } folder ? DemoSource.Folder(folder) : DemoSource.Sample;
        if (source.Missing() is { } missing)
        {
            Console.Error.WriteLine($"mentorcloud: {missing}");
            return Task.FromResult(ExitCodes.InputInvalid);
        }

        return Running.InHostAsync(ProgramHost.Worker(options.Read(parsed), edition), async (services, cancel) =>
        {
            var progress = new DemoProgress(Console.Error);
            var result = await services.GetRequiredService<DemoProgram>().RunAsync(source, parsed.GetValue(resetLogin), progress, cancel);
            if (result.Problems.Count > 0)
            {
                await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, result.Problems));
                return ExitCodes.InputInvalid;
            }

            await Console.Out.WriteLineAsync(parsed.GetValue(options.Json) ? DemoReport.Json(result) : DemoReport.Text(result));
            return ExitCodes.Done;
        }, cancellationToken);
    }
}
