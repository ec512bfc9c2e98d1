using System.Text.Json.Nodes;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Identity.Scim.Filters;
using MentorCloud.Identity.Scim.Resources;
using MentorCloud.Identity.Scim.Schemas;
using MentorCloud.Identity.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace MentorCloud.Identity.Scim.Users;

/// <summary>
/// Reads users: accounts, with what the directory says of them. A platform operator's account is none, nor is one that is
/// closed and that the directory never had. A page takes a constant number of queries however many it holds.
/// </summary>
internal sealed class UserQueries(AccountsStore store, IOptions<IdentityOptions> options)
{
    /// <summary>Where SCIM's addresses begin.</summary>
    public string Root => options.Value.ScimRoot;

    public async Task<ScimResource?> FindAsync(TenantId tenant, string id, CancellationToken cancellationToken)
    {
        await using var context = await store.OpenAsync(tenant, cancellationToken);
        return await RowAsync(context, tenant, id, isToChange: false, cancellationToken) is { } row ? UserDocument.ToResource(row, Root) : null;
    }

    /// <summary>A user's rows with its groups; null when there is none.</summary>
    public static async Task<UserRow?> RowAsync(AccountsContext context, TenantId tenant, string id, bool isToChange, CancellationToken cancellationToken)
    {
        if (!EntityId.TryParse<AccountId>(id, out _))
        {
            return null;
        }

        var rows = Rows(context, tenant.ToString(), isToChange).Where(row => row.Account.Id == id);
        if (await rows.FirstOrDefaultAsync(cancellationToken) is not { } row)
        {
            return null;
        }

        var groups = await GroupsAsync(context, tenant, [id], cancellationToken);
        return row with { Groups = [.. groups[id]] };
    }

    public async Task<ResourcePage> ListAsync(TenantId tenant, ListQuery query, CancellationToken cancellationToken)
    {
        await using var context = await store.OpenAsync(tenant, cancellationToken);
        var rows = Rows(context, tenant.ToString(), isToChange: false);
        var (total, page) = query.Filter is null && query.SortBy is null
            ? await PlainAsync(rows, query, cancellationToken)
            : await ChosenAsync(context, tenant, rows, query, cancellationToken);
        var groups = await GroupsAsync(context, tenant, [.. page.Select(row => row.Account.Id)], cancellationToken);
        return new ResourcePage(total, [.. page.Select(row => UserDocument.ToResource(row with { Groups = [.. groups[row.Account.Id]] }, Root))]);
    }

    private static async Task<(int Total, List<UserRow> Page)> PlainAsync(IQueryable<UserRow> rows, ListQuery query, CancellationToken cancellationToken)
    {
        var total = await rows.CountAsync(cancellationToken);
        var page = query.Count == 0 ? [] : await rows.OrderBy(row => row.Account.Id).Skip(query.Start - 1).Take(query.Count).ToListAsync(cancellationToken);
        return (total, page);
    }

    /// <summary>What no index answers is asked of each user, one after the other.</summary>
    private async Task<(int Total, List<UserRow> Page)> ChosenAsync(
        AccountsContext context, TenantId tenant, IQueryable<UserRow> rows, ListQuery query, CancellationToken cancellationToken)
    {
        var fits = query.Filter is null ? null : FilterMatch.Of(query.Filter, Schemata.Users);
        var order = query.SortBy is null ? null : ResourceOrder.Of(query.SortBy, Schemata.Users, query.IsDescending);
        var groups = await GroupsAsync(context, tenant, NeedsGroups(query) ? null : [], cancellationToken);
        var found = new List<(UserRow Row, string? Key)>();
        await foreach (var row in Narrow(rows, query.Filter).OrderBy(row => row.Account.Id).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            JsonObject body = UserDocument.ToResource(row with { Groups = [.. groups[row.Account.Id]] }, Root).Body;
            if (fits is null || fits(body))
            {
                found.Add((row, order?.Key(body)));
            }
        }

        var ordered = order is null ? found : order.Sort(found, each => each.Key);
        return (found.Count, [.. ordered.Skip(query.Start - 1).Take(query.Count).Select(each => each.Row)]);
    }

    /// <summary>The version is made of the groups too.</summary>
    private static bool NeedsGroups(ListQuery query) => FilterFacts.Mentions(query.Filter, "groups") || FilterFacts.Mentions(query.Filter, "meta")
        || query.SortBy?.Name?.ToLowerInvariant() is "groups" or "meta";

    private static IQueryable<UserRow> Narrow(IQueryable<UserRow> rows, FilterNode? filter)
    {
        foreach (var (attribute, value) in FilterFacts.Equalities(filter, Schemata.Users))
        {
            var key = value.ToLowerInvariant();
            rows = attribute switch
            {
                "id" => rows.Where(row => row.Account.Id == value),
                "externalId" => rows.Where(row => row.Entry!.ExternalId == value),
                "userName" => rows.Where(row => row.Entry!.UserNameKey == key || (row.Entry == null && row.Account.EmailKey == key)),
                _ => rows,
            };
        }

        return rows;
    }

    /// <summary>All users of a tenant.</summary>
    public static IQueryable<UserRow> Rows(AccountsContext context, string tenant, bool isToChange)
    {
        var (accounts, entries) = (context.Accounts.AsQueryable(), context.DirectoryUsers.AsQueryable());
        if (!isToChange)
        {
            (accounts, entries) = (accounts.AsNoTracking(), entries.AsNoTracking());
        }

        return
            from account in accounts
            join entry in entries on new { account.Tenant, account.Id } equals new { entry.Tenant, Id = entry.Account } into known
            from entry in known.DefaultIfEmpty()
            where account.Tenant == tenant && (account.Roles & Role.PlatformOperator) == Role.None
                && (entry == null ? account.ClosedAt == null : entry.DeletedAt == null)
            select new UserRow { Account = account, Entry = entry };
    }

    /// <summary>The groups by user; of some users, or of all.</summary>
    private static async Task<ILookup<string, UserGroup>> GroupsAsync(
        AccountsContext context, TenantId tenant, IReadOnlyCollection<string>? only, CancellationToken cancellationToken)
    {
        var key = tenant.ToString();
        var members = context.DirectoryMembers.AsNoTracking().Where(row => row.Tenant == key);
        if (only is not null)
        {
            members = members.Where(row => only.Contains(row.Account));
        }

        var found = await (
            from member in members
            join one in context.DirectoryGroups.AsNoTracking() on new { member.Tenant, Id = member.GroupId } equals new { one.Tenant, one.Id }
            orderby one.NameKey
            select new { member.Account, one.Id, one.DisplayName }).ToListAsync(cancellationToken);
        return found.ToLookup(each => each.Account, each => new UserGroup(each.Id, each.DisplayName), StringComparer.Ordinal);
    }
}
