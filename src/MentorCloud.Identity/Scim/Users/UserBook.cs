using System.Text.Json.Nodes;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Identity.Accounts;
using MentorCloud.Identity.Scim.Groups;
using MentorCloud.Identity.Scim.Http;
using MentorCloud.Identity.Scim.Leaving;
using MentorCloud.Identity.Scim.Resources;
using MentorCloud.Identity.Scim.Schemas;
using MentorCloud.Identity.Store;
using Microsoft.EntityFrameworkCore;

namespace MentorCloud.Identity.Scim.Users;

/// <summary>
/// The users. Each change is one transaction over account, entry and roles, which also notes what is to be done for the
/// person; that is done before the answer leaves, or later when it could not be (<see cref="PersonFollow"/>).
/// </summary>
internal sealed class UserBook(
    AccountsStore store, UserQueries queries, DirectoryRoles roles, UserLife life, AccountReopening reopening, PersonFollow follow, DirectoryTrail trail, TimeProvider time) : IResourceBook
{
    public ResourceKind Kind => Schemata.Users;

    public Task<ScimResource?> FindAsync(TenantId tenant, string id, CancellationToken cancellationToken) => queries.FindAsync(tenant, id, cancellationToken);

    public Task<ResourcePage> ListAsync(TenantId tenant, ListQuery query, CancellationToken cancellationToken) => queries.ListAsync(tenant, query, cancellationToken);

    public async Task<ScimResource> CreateAsync(TenantId tenant, Actor by, JsonObject document, CancellationToken cancellationToken)
    {
        var values = UserValues.From(document);
        var id = EntityId.New<AccountId>(time.GetUtcNow()).ToString();
        var made = await store.ChangeAsync(tenant, context => CreateAsync(context, tenant, id, document, values, cancellationToken), cancellationToken);
        await trail.NoteAsync(by, made, "Directory.UserCreated", cancellationToken);
        await follow.DoAsync(tenant, made.Account.Id, cancellationToken);
        await reopening.InviteAsync(by, made.Account.ToAccount(), cancellationToken);
        return (await queries.FindAsync(tenant, made.Account.Id, cancellationToken))!;
    }

    public async Task<ScimResource> ChangeAsync(
        TenantId tenant, Actor by, string id, Precondition condition, Func<JsonObject, JsonObject> change, CancellationToken cancellationToken)
    {
        var made = await store.ChangeAsync(tenant, context => ChangeAsync(context, tenant, id, condition, change, cancellationToken), cancellationToken);
        if (made.Changed.Count > 0)
        {
            await trail.NoteAsync(by, made, "Directory.UserChanged", cancellationToken);
        }

        await follow.DoAsync(tenant, id, cancellationToken);
        if (made.IsReopened)
        {
            await reopening.InviteAsync(by, made.Account.ToAccount(), cancellationToken);
        }

        return await queries.FindAsync(tenant, id, cancellationToken) ?? throw new ScimRefusedException(ScimRefusal.NotFound);
    }

    public async Task DeleteAsync(TenantId tenant, Actor by, string id, Precondition condition, CancellationToken cancellationToken)
    {
        var made = await store.ChangeAsync(tenant, context => DeleteAsync(context, tenant, id, condition, cancellationToken), cancellationToken);
        await trail.NoteAsync(by, made, "Directory.UserDeleted", cancellationToken);
        await follow.DoAsync(tenant, id, cancellationToken);
    }

    private async Task<UserChange> CreateAsync(
        AccountsContext context, TenantId tenant, string id, JsonObject document, UserValues values, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var account = await UserLife.UntouchedAsync(context, tenant, values, cancellationToken);
        await UserEntries.RequireFreeAsync(context, tenant, account?.Id ?? id, values, cancellationToken);
        if (account is null)
        {
            account = AccountCreation.Record(tenant, new NewAccount(values.Email.Text, values.DisplayName, Role.None, Id: EntityId.Parse<AccountId>(id)), hash: null, now);
            context.Accounts.Add(account);
        }

        var entry = UserEntries.New(account, document, now);
        context.DirectoryUsers.Add(entry);
        UserEntries.Write(account, entry, document, values, now);
        await life.OpenOrCloseAsync(context, account, values.IsActive, cancellationToken);
        UserEntries.Leave(entry, values.IsActive ? DirectoryWork.Return : DirectoryWork.Leave);
        var given = await roles.GiveAsync(context, tenant, [account.Id], cancellationToken);
        return new UserChange(account, [.. document.Select(each => each.Key)]) { RolesChanged = given.Count > 0 };
    }

    private async Task<UserChange> ChangeAsync(
        AccountsContext context, TenantId tenant, string id, Precondition condition, Func<JsonObject, JsonObject> change, CancellationToken cancellationToken)
    {
        var row = await FindAsync(context, tenant, id, condition, cancellationToken);
        var before = UserDocument.Of(row);
        var document = change(before);
        var changed = Differences(before, document);
        if (changed.Count == 0)
        {
            return new UserChange(row.Account, changed);
        }

        var (values, wasActive) = (UserValues.From(document), row.Account.Status != AccountStatus.Closed);
        await UserEntries.RequireFreeAsync(context, tenant, id, values, cancellationToken);
        var entry = EntryOf(context, row, before);
        UserEntries.Write(row.Account, entry, document, values, time.GetUtcNow());
        await life.OpenOrCloseAsync(context, row.Account, values.IsActive, cancellationToken);
        if (wasActive != values.IsActive)
        {
            UserEntries.Leave(entry, values.IsActive ? DirectoryWork.Return : DirectoryWork.Leave);
        }

        var given = await roles.GiveAsync(context, tenant, [id], cancellationToken);
        return new UserChange(row.Account, changed)
        {
            IsReopened = !wasActive && values.IsActive, IsClosed = wasActive && !values.IsActive, RolesChanged = given.Count > 0,
        };
    }

    private async Task<UserChange> DeleteAsync(AccountsContext context, TenantId tenant, string id, Precondition condition, CancellationToken cancellationToken)
    {
        var row = await FindAsync(context, tenant, id, condition, cancellationToken);
        var (entry, wasActive) = (EntryOf(context, row, UserDocument.Of(row)), row.Account.Status != AccountStatus.Closed);
        await life.OpenOrCloseAsync(context, row.Account, isActive: false, cancellationToken);
        entry.DeletedAt = time.GetUtcNow();
        UserEntries.Leave(entry, DirectoryWork.Leave);
        await context.DirectoryMembers.Where(each => each.Tenant == row.Account.Tenant && each.Account == id).ExecuteDeleteAsync(cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        return new UserChange(row.Account, []) { IsClosed = wasActive };
    }

    private async Task<UserRow> FindAsync(AccountsContext context, TenantId tenant, string id, Precondition condition, CancellationToken cancellationToken)
    {
        var row = await UserQueries.RowAsync(context, tenant, id, isToChange: true, cancellationToken) ?? throw new ScimRefusedException(ScimRefusal.NotFound);
        condition.Require(UserDocument.ToResource(row, queries.Root).Version);
        return row;
    }

    private DirectoryUserRecord EntryOf(AccountsContext context, UserRow row, JsonObject document)
    {
        if (row.Entry is { } present)
        {
            return present;
        }

        var entry = UserEntries.New(row.Account, document, time.GetUtcNow());
        context.DirectoryUsers.Add(entry);
        return entry;
    }

    private static List<string> Differences(JsonObject before, JsonObject after) =>
        [.. before.Select(each => each.Key).Union(after.Select(each => each.Key)).Where(name => !JsonNode.DeepEquals(before[name], after[name]))];
}
