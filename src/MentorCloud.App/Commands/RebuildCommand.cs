using System.CommandLine;
using MentorCloud.App.Hosting;
using MentorCloud.App.Rebuild;
using MentorCloud.Contracts.Views;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.App.Commands;

/// <summary><c>rebuild-views</c>: fills the views anew from grain state and tells what differed.</summary>
internal sealed class RebuildCommand
{
    private readonly CommonOptions options = new();

    public RebuildCommand(IEdition edition)
    {
        Command = new Command("rebuild-views", "Fill the views anew from grain state, while the server is stopped.");
        Command.Add(options.Data);
        Command.Add(options.MasterKey);
        Command.SetAction((parsed, cancellationToken) => Running.GuardAsync(edition, () => Running.InHostAsync(
            ProgramHost.Worker(AtRest(options.Read(parsed)), edition), RebuildAsync, cancellationToken)));
    }

    public Command Command { get; }

    private static MentorCloudOptions AtRest(MentorCloudOptions read)
    {
        read.GrainsAtRest = true;
        return read;
    }

    private static async Task<int> RebuildAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var rows = services.GetRequiredService<GrainProjections>().ReadAsync(cancellationToken);
        var differences = await services.GetRequiredService<IViewRebuild>().RebuildAsync(rows, cancellationToken);
        await Console.Out.WriteLineAsync(differences == 0 ? "The views were right." : $"{differences} rows differed; the views are right now.");
        return ExitCodes.Done;
    }
}
