using System.CommandLine;
using MentorCloud.App.Hosting;
using MentorCloud.App.Tenants;
using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Tenants;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.App.Commands;

/// <summary><c>tenant suspend</c> and <c>tenant resume</c>: a suspended tenant can read and export everything, and change nothing.</summary>
internal static class TenantLifeCommand
{
    public static Command Suspend(IEdition edition)
    {
        var reason = new Option<string>("--reason") { Description = "Why; kept in the audit log.", Required = true };
        var command = new Command("suspend", "Make a tenant read-only. Nothing is lost.") { reason };
        return OneTenantCommand.Of(edition, command, async (services, tenant, parsed, _) =>
            Line(await Grain(services, tenant).Suspend(TenantBook.OperatorOf(tenant.Id), default, parsed.GetValue(reason)!)));
    }

    public static Command Resume(IEdition edition) => OneTenantCommand.Of(
        edition,
        new Command("resume", "Make a suspended tenant writable again."),
        async (services, tenant, _, _) => Line(await Grain(services, tenant).Resume(TenantBook.OperatorOf(tenant.Id), default)));

    private static ITenantGrain Grain(IServiceProvider services, TenantState tenant) => services.GetRequiredService<TenantBook>().Grain(tenant.Id);

    private static string Line(Reply<TenantState> reply)
    {
        var now = reply.OrThrow();
        return $"Tenant '{now.Slug}' ({now.Name}) is {now.Status.ToString().ToLowerInvariant()}.";
    }
}
