using System.CommandLine;
using MentorCloud.App.Hosting;
using MentorCloud.App.Tenants;
using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Tenants;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.App.Commands;

/// <summary><c>tenant suspend</c> and <c>tenant resume</c>: a suspended tenant can read and export everything, and change nothing.</summary>
internal sealed class TenantLifeCommand
{
    private readonly CommonOptions options = new();
    private readonly Argument<string> slug = new("slug") { Description = "The tenant's short name." };
    private readonly IEdition edition;
    private readonly Func<ITenantGrain, TenantId, ParseResult, Task<Reply<TenantState>>> change;

    private TenantLifeCommand(
        IEdition edition, Command command, Func<ITenantGrain, TenantId, ParseResult, Task<Reply<TenantState>>> change)
    {
        this.edition = edition;
        this.change = change;
        Command = command;
        Command.Add(slug);
        Command.Add(options.Data);
        Command.Add(options.MasterKey);
        Command.SetAction((parsed, cancellationToken) => Running.GuardAsync(edition, () => RunAsync(parsed, cancellationToken)));
    }

    public Command Command { get; }

    public static TenantLifeCommand Suspend(IEdition edition)
    {
        var reason = new Option<string>("--reason") { Description = "Why; kept in the audit log.", Required = true };
        var command = new Command("suspend", "Make a tenant read-only. Nothing is lost.") { reason };
        return new TenantLifeCommand(edition, command, (grain, tenant, parsed) =>
            grain.Suspend(TenantBook.OperatorOf(tenant), default, parsed.GetValue(reason)!));
    }

    public static TenantLifeCommand Resume(IEdition edition) => new(
        edition,
        new Command("resume", "Make a suspended tenant writable again."),
        (grain, tenant, _) => grain.Resume(TenantBook.OperatorOf(tenant), default));

    private Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken) => Running.InHostAsync(
        ProgramHost.Worker(options.Read(parsed), edition),
        async (services, cancel) =>
        {
            var book = services.GetRequiredService<TenantBook>();
            var wanted = parsed.GetValue(slug)!;
            if (await book.FindAsync(wanted, cancel) is not { } found)
            {
                await Console.Error.WriteLineAsync($"mentorcloud: there is no tenant '{wanted}' in this data folder; 'tenant list' shows them.");
                return ExitCodes.InputInvalid;
            }

            var now = (await change(book.Grain(found.Id), found.Id, parsed)).OrThrow();
            await Console.Out.WriteLineAsync($"Tenant '{now.Slug}' ({now.Name}) is {now.Status.ToString().ToLowerInvariant()}.");
            return ExitCodes.Done;
        },
        cancellationToken);
}
