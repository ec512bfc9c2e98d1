using System.CommandLine;
using MentorCloud.App.Demo;
using MentorCloud.App.Hosting;
using MentorCloud.App.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MentorCloud.App.Commands;

/// <summary><c>serve</c>: the server; on an empty data folder with the demo tenant, whose credentials it prints.</summary>
internal sealed class ServeCommand
{
    private readonly CommonOptions options = new();
    private readonly Option<bool> noDemo = new("--no-demo") { Description = "Do not make the demo tenant on an empty data folder." };
    private readonly IEdition edition;

    public ServeCommand(IEdition edition)
    {
        this.edition = edition;
        Command = new Command("serve", "Serve GraphQL, login and tokens over HTTP (the default).");
        AddTo(Command);
    }

    public Command Command { get; }

    /// <summary>Gives a command serve's options and action; the root command has them too.</summary>
    public void AddTo(Command command)
    {
        command.Add(options.Data);
        command.Add(options.Url);
        command.Add(options.MasterKey);
        command.Add(noDemo);
        command.Add(options.LogFormat);
        command.SetAction((parsed, cancellationToken) => Running.GuardAsync(edition, () => ServeAsync(parsed, cancellationToken)));
    }

    private async Task<int> ServeAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var settings = options.Read(parsed);
        using var traces = Tracing.Start();
        await using var app = ProgramHost.Server(settings, edition);
        await app.StartAsync(cancellationToken);
        var demo = app.Services.GetRequiredService<DemoProgram>();
        if (settings.DemoOnFirstStart && !parsed.GetValue(noDemo) && await demo.IsFolderEmptyAsync(cancellationToken))
        {
            await Console.Out.WriteLineAsync("The data folder is empty: making the sample company ...");
            var result = await demo.RunAsync(DemoSource.Sample, resetLogin: false, progress: null, cancellationToken);
            await Console.Out.WriteLineAsync(DemoReport.Text(result));
        }

        await Console.Out.WriteLineAsync(
            $"MentorCloud ({edition.Name}) serves {settings.Url} with data in {settings.DataFolder}. GraphQL: {settings.Url}/graphql. Ctrl-C stops.");
        await app.WaitForShutdownAsync(cancellationToken);
        return ExitCodes.Done;
    }
}
