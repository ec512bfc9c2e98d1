using System.CommandLine;
using MentorCloud.App.Hosting;
using MentorCloud.App.Tenants;
using MentorCloud.Contracts.Logins;
using MentorCloud.Domain.Tenants;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.App.Commands;

/// <summary>
/// <c>tenant domain</c> and <c>tenant passwords</c>: what only the operator may do about a company's logins. The first takes the
/// operator's word that a domain is the company's; the second lets people in again whose own provider failed for good.
/// </summary>
internal sealed class TenantLoginCommand
{
    private readonly CommonOptions options = new();
    private readonly Argument<string> slug = new("slug") { Description = "The tenant's short name." };
    private readonly IEdition edition;
    private readonly Func<IServiceProvider, TenantState, ParseResult, CancellationToken, Task<int>> act;

    private TenantLoginCommand(
        IEdition edition, Command command, Func<IServiceProvider, TenantState, ParseResult, CancellationToken, Task<int>> act)
    {
        (this.edition, this.act) = (edition, act);
        Command = command;
        Command.Arguments.Insert(0, slug);
        Command.Add(options.Data);
        Command.Add(options.MasterKey);
        Command.SetAction((parsed, cancellationToken) => Running.GuardAsync(edition, () => RunAsync(parsed, cancellationToken)));
    }

    public Command Command { get; }

    public static TenantLoginCommand Domain(IEdition edition)
    {
        var domain = new Argument<string>("domain") { Description = "An e-mail domain, such as acme.example." };
        var command = new Command("domain", "Confirm that an e-mail domain is a tenant's own, without a record in the DNS.") { domain };
        return new TenantLoginCommand(edition, command, async (services, tenant, parsed, cancel) =>
        {
            var confirmed = await services.GetRequiredService<IEmailDomains>().ConfirmAsync(
                tenant.Id, TenantBook.OperatorOf(tenant.Id), parsed.GetValue(domain)!, cancel);
            if (confirmed.IsRefused)
            {
                await Console.Error.WriteLineAsync($"mentorcloud: {confirmed.Refusal.Message}");
                return ExitCodes.InputInvalid;
            }

            await Console.Out.WriteLineAsync($"People with addresses in {confirmed.Value.Domain} are known as '{tenant.Slug}'.");
            return ExitCodes.Done;
        });
    }

    public static TenantLoginCommand Passwords(IEdition edition) => new(
        edition,
        new Command("passwords", "Remove a tenant's own login provider, so that everybody logs in with passwords again."),
        async (services, tenant, _, cancel) =>
        {
            var had = await services.GetRequiredService<ILoginProviders>().RemoveAsync(tenant.Id, TenantBook.OperatorOf(tenant.Id), cancel);
            await Console.Out.WriteLineAsync(had ? $"Tenant '{tenant.Slug}' logs in with passwords again." : $"Tenant '{tenant.Slug}' has no login provider of its own.");
            return ExitCodes.Done;
        });

    private Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken) => Running.InHostAsync(
        ProgramHost.Worker(options.Read(parsed), edition),
        async (services, cancel) =>
        {
            var wanted = parsed.GetValue(slug)!;
            if (await services.GetRequiredService<TenantBook>().FindAsync(wanted, cancel) is { } found)
            {
                return await act(services, found, parsed, cancel);
            }

            await Console.Error.WriteLineAsync($"mentorcloud: there is no tenant '{wanted}' in this data folder; 'tenant list' shows them.");
            return ExitCodes.InputInvalid;
        },
        cancellationToken);
}
