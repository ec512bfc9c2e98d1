using System.Globalization;
using System.Text.Json.Nodes;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Identity.Scim.Http;
using MentorCloud.Identity.Scim.Resources;
using MentorCloud.Identity.Scim.Schemas;
using MentorCloud.Identity.Scim.Users;
using MentorCloud.Identity.Store;
using Microsoft.EntityFrameworkCore;

namespace MentorCloud.Identity.Scim.Groups;

/// <summary>The groups. Each change is one transaction over the group, its members and their roles.</summary>
internal sealed class GroupBook(AccountsStore store, GroupQueries queries, DirectoryRoles roles, DirectoryTrail trail, TimeProvider time) : IResourceBook
{
    private const int AtOnce = 500;

    public ResourceKind Kind => Schemata.Groups;

    public Task<ScimResource?> FindAsync(TenantId tenant, string id, CancellationToken cancellationToken) => queries.FindAsync(tenant, id, cancellationToken);

    public Task<ResourcePage> ListAsync(TenantId tenant, ListQuery query, CancellationToken cancellationToken) => queries.ListAsync(tenant, query, cancellationToken);

    public async Task<ScimResource> CreateAsync(TenantId tenant, Actor by, JsonObject document, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var group = new DirectoryGroupRecord
        {
            Tenant = tenant.ToString(), Id = EntityId.New<DirectoryGroupId>(now).ToString(), DisplayName = string.Empty, NameKey = string.Empty, CreatedAt = now, ModifiedAt = now,
        };
        var change = await store.ChangeAsync(
            tenant,
            context =>
            {
                context.DirectoryGroups.Add(group);
                return WriteAsync(context, tenant, group, [], document, cancellationToken);
            }, cancellationToken);
        await NoteAsync(tenant, by, group.Id, "Directory.GroupCreated", change, cancellationToken);
        return (await queries.FindAsync(tenant, group.Id, cancellationToken))!;
    }

    public async Task<ScimResource> ChangeAsync(
        TenantId tenant, Actor by, string id, Precondition condition, Func<JsonObject, JsonObject> change, CancellationToken cancellationToken)
    {
        var made = await store.ChangeAsync(
            tenant,
            async context =>
            {
                var (group, members) = await FindAsync(context, tenant, id, condition, cancellationToken);
                var before = GroupDocument.Of(group, members);
                var after = change(before);
                return JsonNode.DeepEquals(before, after) ? null : await WriteAsync(context, tenant, group, members, after, cancellationToken);
            }, cancellationToken);
        if (made is not null)
        {
            await NoteAsync(tenant, by, id, "Directory.GroupChanged", made, cancellationToken);
        }

        return await queries.FindAsync(tenant, id, cancellationToken) ?? throw new ScimRefusedException(ScimRefusal.NotFound);
    }

    public async Task DeleteAsync(TenantId tenant, Actor by, string id, Precondition condition, CancellationToken cancellationToken)
    {
        var made = await store.ChangeAsync(
            tenant,
            async context =>
            {
                var (group, members) = await FindAsync(context, tenant, id, condition, cancellationToken);
                context.DirectoryGroups.Remove(group);
                await context.DirectoryMembers.Where(row => row.Tenant == group.Tenant && row.GroupId == id).ExecuteDeleteAsync(cancellationToken);
                return new GroupChange(0, members.Count, await roles.GiveAsync(context, tenant, members, cancellationToken));
            }, cancellationToken);
        await NoteAsync(tenant, by, id, "Directory.GroupDeleted", made, cancellationToken);
    }

    private static async Task<(DirectoryGroupRecord Group, List<string> Members)> FindAsync(
        AccountsContext context, TenantId tenant, string id, Precondition condition, CancellationToken cancellationToken)
    {
        if (!EntityId.TryParse<DirectoryGroupId>(id, out _))
        {
            throw new ScimRefusedException(ScimRefusal.NotFound);
        }

        var key = tenant.ToString();
        var group = await context.DirectoryGroups.FirstOrDefaultAsync(row => row.Tenant == key && row.Id == id, cancellationToken)
            ?? throw new ScimRefusedException(ScimRefusal.NotFound);
        condition.Require(GroupDocument.VersionOf(group));
        var members = context.DirectoryMembers.AsNoTracking().Where(row => row.Tenant == key && row.GroupId == id);
        return (group, await members.OrderBy(row => row.Account).Select(row => row.Account).ToListAsync(cancellationToken));
    }

    private async Task<GroupChange> WriteAsync(
        AccountsContext context, TenantId tenant, DirectoryGroupRecord group, List<string> members, JsonObject document, CancellationToken cancellationToken)
    {
        var named = (document["members"] as JsonArray ?? []).Select(member => member!["value"]!.ToString()).ToHashSet(StringComparer.Ordinal);
        var (added, removed) = (named.Except(members).ToList(), members.Where(member => !named.Contains(member)).ToList());
        var isRenamed = await NameAsync(context, group, document, cancellationToken);
        await RequireUsersAsync(context, group.Tenant, added, cancellationToken);
        (group.ModifiedAt, group.Version) = (time.GetUtcNow(), group.Version + 1);
        context.DirectoryMembers.AddRange(added.Select(account => new DirectoryMemberRecord { Tenant = group.Tenant, GroupId = group.Id, Account = account }));
        foreach (var some in removed.Chunk(AtOnce))
        {
            await context.DirectoryMembers.Where(row => row.Tenant == group.Tenant && row.GroupId == group.Id && some.Contains(row.Account)).ExecuteDeleteAsync(cancellationToken);
        }

        var touched = isRenamed ? [.. named.Union(removed)] : added.Concat(removed).ToList();
        return new GroupChange(added.Count, removed.Count, await roles.GiveAsync(context, tenant, touched, cancellationToken));
    }

    private static async Task<bool> NameAsync(AccountsContext context, DirectoryGroupRecord group, JsonObject document, CancellationToken cancellationToken)
    {
        var (name, external) = (document["displayName"]!.ToString().Trim(), document["externalId"]?.ToString());
        if (name.Length == 0 || name.Any(char.IsControl))
        {
            throw new ScimRefusedException(ScimRefusal.Value("displayName", "Give a displayName of 1 to 200 characters on one line."));
        }

        var key = DirectoryRoles.KeyOf(name);
        var others = context.DirectoryGroups.AsNoTracking().Where(row => row.Tenant == group.Tenant && row.Id != group.Id);
        if (await others.AnyAsync(row => row.NameKey == key, cancellationToken))
        {
            throw new ScimRefusedException(ScimRefusal.Taken("displayName"));
        }

        if (external is not null && await others.AnyAsync(row => row.ExternalId == external, cancellationToken))
        {
            throw new ScimRefusedException(ScimRefusal.Taken("externalId"));
        }

        var isRenamed = group.NameKey != key;
        (group.DisplayName, group.NameKey, group.ExternalId) = (name, key, external);
        return isRenamed;
    }

    /// <summary>Refuses members that are no users: unknown, foreign, deleted, and groups, which do not nest.</summary>
    private static async Task RequireUsersAsync(AccountsContext context, string tenant, List<string> accounts, CancellationToken cancellationToken)
    {
        foreach (var some in accounts.Chunk(AtOnce))
        {
            var known = await UserQueries.Rows(context, tenant, isToChange: false).CountAsync(row => some.Contains(row.Account.Id), cancellationToken);
            if (known != some.Length)
            {
                throw new ScimRefusedException(ScimRefusal.Value("members", "A member is no user of this tenant; groups do not nest."));
            }
        }
    }

    private async Task NoteAsync(TenantId tenant, Actor by, string id, string action, GroupChange change, CancellationToken cancellationToken)
    {
        var detail = string.Create(CultureInfo.InvariantCulture, $"{{\"added\":{change.Added},\"removed\":{change.Removed}}}");
        await trail.NoteAsync(by, tenant, $"Group/{tenant}/{id}", action, detail, cancellationToken);
        await trail.NoteRolesAsync(by, tenant, change.RolesChanged, cancellationToken);
    }
}
