using System.CommandLine;
using MentorCloud.App.Hosting;
using MentorCloud.App.Tenants;
using MentorCloud.Domain.Tenants;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.App.Commands;

/// <summary>What commands on one tenant share: its short name comes first, and its grains run while nothing is served.</summary>
internal static class OneTenantCommand
{
    /// <summary>Completes a command.</summary>
    /// <param name="edition">Whose grains run.</param>
    /// <param name="command">The command with its own options and arguments.</param>
    /// <param name="act">What it does to the tenant; gives the line that is printed.</param>
    public static Command Of(IEdition edition, Command command, Func<IServiceProvider, TenantState, ParseResult, CancellationToken, Task<string>> act)
    {
        var (options, slug) = (new CommonOptions(), new Argument<string>("slug") { Description = "The tenant's short name." });
        command.Arguments.Insert(0, slug);
        command.Add(options.Data);
        command.Add(options.MasterKey);
        command.SetAction((parsed, cancellationToken) => Running.GuardAsync(edition, () => Running.InHostAsync(
            ProgramHost.Worker(options.Read(parsed), edition),
            async (services, cancel) =>
            {
                var wanted = parsed.GetValue(slug)!;
                var found = await services.GetRequiredService<TenantBook>().FindAsync(wanted, cancel) ?? throw TenantLookup.Unknown(wanted);
                await Console.Out.WriteLineAsync(await act(services, found, parsed, cancel));
                return ExitCodes.Done;
            },
            cancellationToken)));
        return command;
    }
}
