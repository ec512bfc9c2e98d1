using System.Globalization;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Logins;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Identity.Accounts;
using MentorCloud.Identity.Store;
using Microsoft.EntityFrameworkCore;

namespace MentorCloud.Identity.Mfa;

/// <summary>How strong logins must be.</summary>
internal sealed class LoginRulesBook(AccountsStore store, AuditTrail audit, TimeProvider time) : ILoginRules
{
    private const Role Known = Role.TenantAdmin | Role.ProgramManager | Role.Sponsor | Role.Mentor | Role.Mentee;

    public async Task<Role> SecondFactorRolesAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var key = tenant.ToString();
        await using var context = await store.OpenAsync(tenant, cancellationToken);
        return await context.LoginRules.Where(row => row.Tenant == key).Select(row => row.SecondFactorRoles).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Whether the account's login needs a second factor; a platform operator's always does.</summary>
    public async Task<bool> NeedSecondFactorAsync(Account account, CancellationToken cancellationToken) =>
        account.Roles.HasFlag(Role.PlatformOperator) || (await SecondFactorRolesAsync(account.Tenant, cancellationToken) & account.Roles) != Role.None;

    public async Task<Reply<LoginRules>> SetSecondFactorRolesAsync(TenantId tenant, Actor by, Role roles, CancellationToken cancellationToken)
    {
        if ((roles & ~Known) != Role.None)
        {
            return AccountRules.Invalid("secondFactorRoles", "Name roles of the tenant.");
        }

        var key = tenant.ToString();
        await using var context = await store.OpenAsync(tenant, cancellationToken);
        var row = await context.LoginRules.FirstOrDefaultAsync(one => one.Tenant == key, cancellationToken);
        if (row is null)
        {
            context.LoginRules.Add(row = new LoginRulesRecord { Tenant = key, SecondFactorRoles = roles, ChangedAt = time.GetUtcNow() });
        }

        (row.SecondFactorRoles, row.ChangedAt) = (roles, time.GetUtcNow());
        await context.SaveChangesAsync(cancellationToken);
        var detail = string.Create(CultureInfo.InvariantCulture, $"{{\"secondFactorRoles\":{(int)roles}}}");
        await audit.AppendAsync(by, tenant, "LoginRules.Set", cancellationToken, detail);
        return new LoginRules(tenant, roles);
    }
}
