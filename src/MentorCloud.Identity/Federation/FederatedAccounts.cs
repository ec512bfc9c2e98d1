using MentorCloud.Contracts.Accounts;
using MentorCloud.Contracts.Logins;
using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Tenants;
using MentorCloud.Identity.Accounts;
using MentorCloud.Identity.Realms;
using MentorCloud.Identity.Store;
using MentorCloud.Identity.Text;
using Microsoft.EntityFrameworkCore;

namespace MentorCloud.Identity.Federation;

/// <summary>
/// From a person at the company's provider to an account here. Issuer and subject tie the two for good; an address ties
/// them once, and only when the provider answers for it, it lies in a domain that the tenant has proved, and the account
/// is not tied to somebody else there (docs/adr/0055).
/// </summary>
internal sealed class FederatedAccounts(
    AccountsStore store, AccountCreation creation, IAccounts accounts, EmailDomainBook domains, IViews views, AuditTrail audit, TimeProvider time)
{
    private const string Cause = "company login";

    /// <summary>The account, with the roles that its groups give now; or why there is none.</summary>
    public async Task<(Account? Account, FederationProblem Problem)> FindAsync(
        LoginProvider provider, ProviderPerson person, CancellationToken cancellationToken)
    {
        var roles = RolesOf(provider.Settings, person);
        if (roles == Role.None)
        {
            return (null, FederationProblem.NoRole);
        }

        var (account, problem) = await TiedAsync(provider, person, cancellationToken) is { } tied
            ? (tied, FederationProblem.None)
            : await TieByAddressAsync(provider, person, roles, cancellationToken);
        if (account is null || !await IsLetInAsync(account, cancellationToken))
        {
            return (null, problem == FederationProblem.None ? FederationProblem.Closed : problem);
        }

        return (await WithRolesAsync(account with { Status = AccountStatus.Active }, roles, cancellationToken), FederationProblem.None);
    }

    /// <summary>Whose account the provider's subject is; null when nobody's.</summary>
    public async Task<Account?> TiedAsync(LoginProvider provider, string subject, CancellationToken cancellationToken)
    {
        var (tenant, issuer) = (provider.Tenant.ToString(), provider.Settings.Issuer);
        await using var context = await store.OpenAsync(provider.Tenant, cancellationToken);
        var row = await (
            from tie in context.OutsideLogins.AsNoTracking()
            join account in context.Accounts.AsNoTracking() on new { tie.Tenant, Id = tie.Account } equals new { account.Tenant, account.Id }
            where tie.Tenant == tenant && tie.Issuer == issuer && tie.Subject == subject
            select account).FirstOrDefaultAsync(cancellationToken);
        return row?.ToAccount();
    }

    private Task<Account?> TiedAsync(LoginProvider provider, ProviderPerson person, CancellationToken cancellationToken) =>
        TiedAsync(provider, person.Subject, cancellationToken);

    /// <summary>What the groups give; null when groups decide nothing.</summary>
    private static Role? RolesOf(LoginProviderSettings settings, ProviderPerson person) => settings.Groups.Count == 0
        ? null
        : settings.Groups.Where(group => person.Groups.Contains(group.Group, StringComparer.Ordinal))
            .Aggregate(settings.DefaultRoles, (roles, group) => roles | group.Roles);

    private async Task<(Account? Account, FederationProblem Problem)> TieByAddressAsync(
        LoginProvider provider, ProviderPerson person, Role? roles, CancellationToken cancellationToken)
    {
        var answeredFor = person.EmailVerified ?? provider.Settings.AnswersForEmails;
        if (!answeredFor || !EmailAddress.TryRead(person.Email, out var address)
            || !await domains.IsOwnAsync(provider.Tenant, address.Domain, cancellationToken))
        {
            return (null, FederationProblem.Address);
        }

        var account = await accounts.FindByEmailAsync(provider.Tenant, address.Text, cancellationToken)
            ?? await CreateAsync(provider, person, address, roles ?? provider.Settings.DefaultRoles, cancellationToken);
        if (account is null)
        {
            return (null, FederationProblem.NoAccount);
        }

        // A platform operator's account belongs to no tenant's provider.
        return account.Roles.HasFlag(Role.PlatformOperator) || !await TieAsync(provider, person, account, cancellationToken)
            ? (null, FederationProblem.OtherPerson)
            : (account, FederationProblem.None);
    }

    /// <summary>Whether the account is open. Logging in here is what somebody invited, or opened again, waits for: no password is needed, and links to set one end.</summary>
    private async Task<bool> IsLetInAsync(Account account, CancellationToken cancellationToken)
    {
        if (account.Status != AccountStatus.Invited)
        {
            return account.Status == AccountStatus.Active;
        }

        var (tenant, id) = (account.Tenant.ToString(), account.Id.ToString());
        return await store.ChangeAsync(account.Tenant, async context =>
        {
            if (await context.Accounts.Where(row => row.Tenant == tenant && row.Id == id && row.Status != AccountStatus.Closed)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Status, AccountStatus.Active), cancellationToken) == 0)
            {
                return false;
            }

            await context.OneTimeTokens.Where(row => row.Tenant == tenant && row.Account == id && row.UsedAt == null).ExecuteDeleteAsync(cancellationToken);
            return true;
        }, cancellationToken);
    }

    private async Task<Account?> CreateAsync(
        LoginProvider provider, ProviderPerson person, EmailAddress address, Role roles, CancellationToken cancellationToken)
    {
        if (!provider.Settings.CreatesAccounts || roles == Role.None
            || await views.TenantAsync(provider.Tenant, cancellationToken) is not { Status: TenantStatus.Active })
        {
            return null;
        }

        var name = new string([.. (person.Name ?? string.Empty).Where(sign => !char.IsControl(sign))]).Trim();
        var shown = name.Length is 0 or > AccountRules.MostNameLength ? address.Text : name;
        var made = await creation.CreateAsync(
            provider.Tenant, Actor.System(provider.Tenant, Cause), new NewAccount(address.Text, shown, roles), cancellationToken);
        return made.Value;
    }

    /// <summary>Ties them; false when the account is somebody else's there (an address that was given to a successor), or the subject somebody else's here.</summary>
    private async Task<bool> TieAsync(LoginProvider provider, ProviderPerson person, Account account, CancellationToken cancellationToken)
    {
        var (tenant, id) = (provider.Tenant.ToString(), account.Id.ToString());
        try
        {
            await store.ChangeAsync(provider.Tenant, async context =>
            {
                context.OutsideLogins.Add(new OutsideLoginRecord
                {
                    Tenant = tenant, Issuer = person.Issuer, Subject = person.Subject, Account = id, TiedAt = time.GetUtcNow(),
                });
                return await context.SaveChangesAsync(cancellationToken);
            }, cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueIndex.IsViolatedBy(exception))
        {
            return false;
        }

        await audit.AppendAsync(Actor.System(provider.Tenant, Cause), account, "Account.TiedToProvider", cancellationToken);
        return true;
    }

    /// <summary>The account with the roles of its groups. The last administrator stays one, or nobody could put the groups right.</summary>
    private async Task<Account> WithRolesAsync(Account account, Role? roles, CancellationToken cancellationToken)
    {
        if (roles is not { } wanted || wanted == account.Roles)
        {
            return account;
        }

        var by = Actor.System(account.Tenant, Cause);
        var changed = await accounts.ChangeRolesAsync(account.Tenant, by, account.Id, wanted, cancellationToken);
        return changed.Value
            ?? (await accounts.ChangeRolesAsync(account.Tenant, by, account.Id, wanted | Role.TenantAdmin, cancellationToken)).Value
            ?? account;
    }
}
