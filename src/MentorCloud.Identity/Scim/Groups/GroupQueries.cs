using System.Text.Json.Nodes;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Identity.Scim.Filters;
using MentorCloud.Identity.Scim.Resources;
using MentorCloud.Identity.Scim.Schemas;
using MentorCloud.Identity.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace MentorCloud.Identity.Scim.Groups;

/// <summary>Reads groups. A list takes two queries however many it holds; groups are few, so what no index answers is asked of each.</summary>
internal sealed class GroupQueries(AccountsStore store, IOptions<IdentityOptions> options)
{
    private string Root => options.Value.ScimRoot;

    public async Task<ScimResource?> FindAsync(TenantId tenant, string id, CancellationToken cancellationToken)
    {
        if (!EntityId.TryParse<DirectoryGroupId>(id, out _))
        {
            return null;
        }

        await using var context = await store.OpenAsync(tenant, cancellationToken);
        var key = tenant.ToString();
        var row = await context.DirectoryGroups.AsNoTracking().FirstOrDefaultAsync(each => each.Tenant == key && each.Id == id, cancellationToken);
        return row is null ? null : GroupDocument.ToResource(row, (await MembersAsync(context, key, [id], cancellationToken))[id], Root);
    }

    public async Task<ResourcePage> ListAsync(TenantId tenant, ListQuery query, CancellationToken cancellationToken)
    {
        await using var context = await store.OpenAsync(tenant, cancellationToken);
        var key = tenant.ToString();
        var fits = query.Filter is null ? null : FilterMatch.Of(query.Filter, Schemata.Groups);
        var order = query.SortBy is null ? null : ResourceOrder.Of(query.SortBy, Schemata.Groups, query.IsDescending);
        var rows = await Narrow(context.DirectoryGroups.AsNoTracking().Where(each => each.Tenant == key), query.Filter).OrderBy(each => each.Id).ToListAsync(cancellationToken);
        if (FilterFacts.Mentions(query.Filter, "members") || query.SortBy?.Name?.Equals("members", StringComparison.OrdinalIgnoreCase) == true)
        {
            var all = await MembersAsync(context, key, rows.Count <= ListQuery.MostCount ? [.. rows.Select(row => row.Id)] : null, cancellationToken);
            var chosen = Choose(rows.Select(row => GroupDocument.ToResource(row, all[row.Id], Root)), each => each.Body, fits, order, query);
            return new ResourcePage(chosen.Total, chosen.Page);
        }

        var (total, page) = Choose(rows, row => GroupDocument.ToResource(row, [], Root).Body, fits, order, query);
        var members = await MembersAsync(context, key, [.. page.Select(row => row.Id)], cancellationToken);
        return new ResourcePage(total, [.. page.Select(row => GroupDocument.ToResource(row, members[row.Id], Root))]);
    }

    private static (int Total, List<T> Page) Choose<T>(
        IEnumerable<T> all, Func<T, JsonObject> body, Func<JsonObject, bool>? fits, ResourceOrder? order, ListQuery query)
    {
        var found = all.Where(each => fits is null || fits(body(each))).ToList();
        var ordered = order is null ? found : order.Sort(found, each => order.Key(body(each)));
        return (found.Count, [.. ordered.Skip(query.Start - 1).Take(query.Count)]);
    }

    private static IQueryable<DirectoryGroupRecord> Narrow(IQueryable<DirectoryGroupRecord> rows, FilterNode? filter)
    {
        foreach (var (attribute, value) in FilterFacts.Equalities(filter, Schemata.Groups))
        {
            rows = attribute switch
            {
                "id" => rows.Where(row => row.Id == value),
                "externalId" => rows.Where(row => row.ExternalId == value),
                _ => rows,
            };
        }

        return rows;
    }

    private static async Task<ILookup<string, (string Account, string Name)>> MembersAsync(
        AccountsContext context, string tenant, IReadOnlyCollection<string>? only, CancellationToken cancellationToken)
    {
        var members = context.DirectoryMembers.AsNoTracking().Where(row => row.Tenant == tenant);
        if (only is not null)
        {
            members = members.Where(row => only.Contains(row.GroupId));
        }

        var found = await (
            from member in members
            join account in context.Accounts.AsNoTracking() on new { member.Tenant, Id = member.Account } equals new { account.Tenant, account.Id }
            orderby member.Account
            select new { member.GroupId, member.Account, account.DisplayName }).ToListAsync(cancellationToken);
        return found.ToLookup(each => each.GroupId, each => (each.Account, each.DisplayName), StringComparer.Ordinal);
    }
}
