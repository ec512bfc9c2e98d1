using MentorCloud.Contracts.Accounts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tenants;
using MentorCloud.Gateway.Ids;

namespace MentorCloud.App.Tenants;

/// <summary>
/// Makes a tenant and invites its admin. Repeated for a tenant that is there, it changes nothing but the invitation: an admin
/// who has not accepted yet gets a fresh link, and the earlier one stops working.
/// </summary>
internal sealed class TenantOpening(TenantBook tenants, IAccounts accounts, TimeProvider clock)
{
    /// <exception cref="RefusedException">INPUT_INVALID; ALREADY_EXISTS when the short name is another company's.</exception>
    public async Task<OpenedTenant> RunAsync(OpenTenant wanted, CancellationToken cancellationToken)
    {
        var found = await tenants.FindAsync(wanted.Slug, cancellationToken);
        if (found is not null && found.Name != wanted.Name.Trim())
        {
            throw new RefusedException(new Refusal(
                ErrorCodes.AlreadyExists, $"The short name '{wanted.Slug}' belongs to '{found.Name}'; choose another --slug.", "slug"));
        }

        // Before the tenant is made: a mistyped address must not leave one open that nobody can enter.
        if (found is null && accounts.Check(TenantBook.OperatorOf(default), wanted.Admin) is { } wrong)
        {
            throw new RefusedException(wrong);
        }

        var tenant = found ?? await CreateAsync(wanted);
        var invitation = await InviteAsync(tenant.Id, wanted, cancellationToken);
        return new OpenedTenant(
            GlobalId.Of("Tenant", tenant.Id), tenant.Slug, tenant.Name, wanted.AdminEmail, invitation?.Link, invitation?.ExpiresAt, found is null);
    }

    private async Task<TenantState> CreateAsync(OpenTenant wanted)
    {
        var id = EntityId.New<TenantId>(clock.GetUtcNow());
        var command = new CreateTenant(wanted.Name, wanted.Slug, wanted.TimeZone);
        var step = EntityId.Derive<CommandId>(id.Value, "create");
        return (await tenants.Grain(id).Create(TenantBook.OperatorOf(id), step, command)).OrThrow();
    }

    private async Task<Invitation?> InviteAsync(TenantId tenant, OpenTenant wanted, CancellationToken cancellationToken)
    {
        if (await accounts.FindByEmailAsync(tenant, wanted.AdminEmail, cancellationToken) is { Status: AccountStatus.Active })
        {
            return null;
        }

        var reply = await accounts.InviteAsync(tenant, TenantBook.OperatorOf(tenant), wanted.Admin, cancellationToken);
        return reply.Value ?? throw new RefusedException(reply.Refusal! with
        {
            Message = $"{reply.Refusal.Message} The tenant is open; repeat the command to invite its admin.",
        });
    }
}
