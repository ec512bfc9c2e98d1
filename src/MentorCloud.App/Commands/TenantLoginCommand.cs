using System.CommandLine;
using MentorCloud.App.Hosting;
using MentorCloud.App.Tenants;
using MentorCloud.Contracts.Logins;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.App.Commands;

/// <summary>
/// <c>tenant domain</c> and <c>tenant passwords</c>: what only the operator may do about a company's logins. The first takes the
/// operator's word that a domain is the company's; the second lets people in again whose own provider failed for good.
/// </summary>
internal static class TenantLoginCommand
{
    public static Command Domain(IEdition edition)
    {
        var domain = new Argument<string>("domain") { Description = "An e-mail domain, such as acme.example." };
        var command = new Command("domain", "Confirm that an e-mail domain is a tenant's own, without a record in the DNS.") { domain };
        return OneTenantCommand.Of(edition, command, async (services, tenant, parsed, cancel) =>
        {
            var confirmed = await services.GetRequiredService<IEmailDomains>().ConfirmAsync(
                tenant.Id, TenantBook.OperatorOf(tenant.Id), parsed.GetValue(domain)!, cancel);
            return confirmed.IsRefused
                ? throw new OperatorException(ExitCodes.InputInvalid, confirmed.Refusal.Message)
                : $"People with addresses in {confirmed.Value.Domain} are known as '{tenant.Slug}'.";
        });
    }

    public static Command Passwords(IEdition edition) => OneTenantCommand.Of(
        edition,
        new Command("passwords", "Remove a tenant's own login provider, so that everybody logs in with passwords again."),
        async (services, tenant, _, cancel) =>
            await services.GetRequiredService<ILoginProviders>().RemoveAsync(tenant.Id, TenantBook.OperatorOf(tenant.Id), cancel)
                ? $"Tenant '{tenant.Slug}' logs in with passwords again."
                : $"Tenant '{tenant.Slug}' has no login provider of its own.");
}
