using System.Text;
using System.Text.Json;
using MentorCloud.Contracts.Logins;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Identity.Accounts;
using MentorCloud.Identity.Scim.Users;
using MentorCloud.Identity.Store;
using Microsoft.EntityFrameworkCore;

namespace MentorCloud.Identity.Scim.Groups;

/// <summary>
/// Gives accounts the roles of the directory: the defaults, those of their groups, and that of the person's side in pairings.
/// Roles that an administrator gave besides stay; the last administrator stays one, or nobody could put the groups right.
/// </summary>
internal sealed class DirectoryRoles(TimeProvider time)
{
    private const int AtOnce = 500;

    /// <summary>What makes names of groups equal: composed letters, whatever their case. Look-alike letters stay different.</summary>
    public static string KeyOf(string name) => name.Normalize(NormalizationForm.FormC).ToLowerInvariant();

    /// <summary>The tenant's settings.</summary>
    public static async Task<DirectorySettings> SettingsAsync(AccountsContext context, TenantId tenant, CancellationToken cancellationToken)
    {
        var key = tenant.ToString();
        var row = await context.DirectorySettings.AsNoTracking().FirstOrDefaultAsync(each => each.Tenant == key, cancellationToken);
        return row is null
            ? DirectorySettings.None
            : new DirectorySettings(row.DefaultRoles, JsonSerializer.Deserialize<List<GroupRoles>>(row.GroupRoles, JsonSerializerOptions.Web)!);
    }

    /// <summary>Gives them anew to some accounts, within the caller's transaction.</summary>
    /// <returns>The accounts whose roles changed.</returns>
    public async Task<IReadOnlyList<AccountRecord>> GiveAsync(
        AccountsContext context, TenantId tenant, IReadOnlyCollection<string> accounts, CancellationToken cancellationToken)
    {
        // What the caller has changed must be seen by the queries below.
        await context.SaveChangesAsync(cancellationToken);
        var settings = await SettingsAsync(context, tenant, cancellationToken);
        var ofGroups = settings.Groups.ToLookup(group => KeyOf(group.Group), group => group.Roles);
        var changed = new List<AccountRecord>();
        foreach (var some in accounts.Chunk(AtOnce))
        {
            var names = await GroupNamesAsync(context, tenant, some, cancellationToken);
            foreach (var (account, entry) in await RowsAsync(context, tenant, some, cancellationToken))
            {
                var given = settings.DefaultRoles | entry.SideRole | names[account.Id].SelectMany(name => ofGroups[name]).Aggregate(Role.None, (all, one) => all | one);
                if (await ChangeAsync(context, account, entry, given, cancellationToken))
                {
                    changed.Add(account);
                }
            }
        }

        await context.SaveChangesAsync(cancellationToken);
        return changed;
    }

    private static async Task<bool> ChangeAsync(AccountsContext context, AccountRecord account, DirectoryUserRecord entry, Role given, CancellationToken cancellationToken)
    {
        var own = account.Roles & ~entry.GivenRoles;
        if (((own | given) & Role.TenantAdmin) == Role.None && await AccountBook.IsLastAdminAsync(context, account, cancellationToken))
        {
            given |= Role.TenantAdmin;
        }

        entry.GivenRoles = given & ~own;
        if (account.Roles == (own | given))
        {
            return false;
        }

        account.Roles = own | given;
        await context.SaveChangesAsync(cancellationToken);
        return true;
    }

    private static async Task<ILookup<string, string>> GroupNamesAsync(AccountsContext context, TenantId tenant, string[] accounts, CancellationToken cancellationToken)
    {
        var key = tenant.ToString();
        var found = await (
            from member in context.DirectoryMembers.AsNoTracking()
            join one in context.DirectoryGroups.AsNoTracking() on new { member.Tenant, Id = member.GroupId } equals new { one.Tenant, one.Id }
            where member.Tenant == key && accounts.Contains(member.Account)
            select new { member.Account, one.NameKey }).ToListAsync(cancellationToken);
        return found.ToLookup(each => each.Account, each => each.NameKey, StringComparer.Ordinal);
    }

    /// <summary>The accounts with their entries; one that the directory had not touched gets its entry now.</summary>
    private async Task<List<(AccountRecord Account, DirectoryUserRecord Entry)>> RowsAsync(
        AccountsContext context, TenantId tenant, string[] accounts, CancellationToken cancellationToken)
    {
        var key = tenant.ToString();
        var rows = await context.Accounts.Where(row => row.Tenant == key && accounts.Contains(row.Id)).ToListAsync(cancellationToken);
        var entries = await context.DirectoryUsers.Where(row => row.Tenant == key && accounts.Contains(row.Account)).ToDictionaryAsync(row => row.Account, cancellationToken);
        return rows.ConvertAll(row => (row, entries.GetValueOrDefault(row.Id) ?? Add(context, row)));
    }

    private DirectoryUserRecord Add(AccountsContext context, AccountRecord account)
    {
        var entry = UserEntries.New(account, UserDocument.Of(new UserRow { Account = account }), time.GetUtcNow());
        context.DirectoryUsers.Add(entry);
        return entry;
    }
}
