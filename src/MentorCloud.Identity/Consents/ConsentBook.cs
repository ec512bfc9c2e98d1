using System.Text.Json;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Identity.Accounts;
using MentorCloud.Identity.Provider;
using MentorCloud.Identity.Store;
using Microsoft.EntityFrameworkCore;

namespace MentorCloud.Identity.Consents;

/// <summary>What people let programs do in their name: one row a person and program, kept until it is taken back.</summary>
internal sealed class ConsentBook(AccountsStore store, AuditTrail audit, TimeProvider time)
{
    /// <summary>
    /// Whether the person must be asked. The company's own programs are known to act for it. A program that proves nothing
    /// and is answered at no web address could be anybody's, so it is asked about each time (RFC 8252, section 8.6).
    /// </summary>
    public async Task<bool> AsksAsync(AuthorizationRequest request, Account person, CancellationToken cancellationToken)
    {
        if (request.Prompt == "consent" || !request.IsOfKnownProgram)
        {
            return true;
        }

        return !request.Client.IsFirstParty
            && !(await FindAsync(request, person, cancellationToken) is { } given && Words(request.Scope).All(Words(given.Scope).Contains));
    }

    /// <summary>Notes it. What was given before stays given.</summary>
    public async Task GiveAsync(AuthorizationRequest request, Account person, CancellationToken cancellationToken)
    {
        try
        {
            await WriteAsync(request, person, cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueIndex.IsViolatedBy(exception))
        {
            // The answer came twice at once: the other one's row is there now.
            await WriteAsync(request, person, cancellationToken);
        }

        await NoteAsync(person, "Account.ConsentGiven", request.Client.ClientId, request.Scope, cancellationToken);
    }

    /// <summary>The person's consents to programs that work still, newest first.</summary>
    public async Task<IReadOnlyList<GivenConsent>> ListAsync(Account person, CancellationToken cancellationToken)
    {
        await using var context = await store.OpenAsync(person.Tenant, cancellationToken);
        return await (
            from given in Rows(context, person).AsNoTracking()
            join client in context.Clients.AsNoTracking() on new { given.Tenant, given.ClientId } equals new { client.Tenant, client.ClientId }
            where client.RevokedAt == null
            orderby given.GivenAt descending
            select new GivenConsent(given.ClientId, client.Name, given.Scope, given.GivenAt)).ToListAsync(cancellationToken);
    }

    /// <summary>Takes it back; the program's access in the person's name ends in the same write. One that is not there is passed over.</summary>
    public async Task WithdrawAsync(Account person, string clientId, CancellationToken cancellationToken)
    {
        var (tenant, account) = (person.Tenant.ToString(), person.Id.ToString());
        DateTimeOffset? now = time.GetUtcNow();
        var had = await store.ChangeAsync(person.Tenant, async context =>
        {
            if (await Rows(context, person).Where(row => row.ClientId == clientId).ExecuteDeleteAsync(cancellationToken) == 0)
            {
                return false;
            }

            await context.Grants
                .Where(row => row.Tenant == tenant && row.Account == account && row.ClientId == clientId && row.RevokedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.RevokedAt, now), cancellationToken);
            return true;
        }, cancellationToken);
        if (had)
        {
            await NoteAsync(person, "Account.ConsentWithdrawn", clientId, null, cancellationToken);
        }
    }

    private Task<int> WriteAsync(AuthorizationRequest request, Account person, CancellationToken cancellationToken) => store.ChangeAsync(person.Tenant, async context =>
    {
        var row = await Rows(context, person).FirstOrDefaultAsync(one => one.ClientId == request.Client.ClientId, cancellationToken);
        if (row is null)
        {
            context.Consents.Add(row = new ConsentRecord
            {
                Tenant = person.Tenant.ToString(), Account = person.Id.ToString(), ClientId = request.Client.ClientId,
                Scope = request.Scope, GivenAt = time.GetUtcNow(),
            });
        }

        (row.Scope, row.GivenAt) = (UserScopes.Read($"{row.Scope} {request.Scope}")!, time.GetUtcNow());
        return await context.SaveChangesAsync(cancellationToken);
    }, cancellationToken);

    private async Task<ConsentRecord?> FindAsync(AuthorizationRequest request, Account person, CancellationToken cancellationToken)
    {
        await using var context = await store.OpenAsync(person.Tenant, cancellationToken);
        return await Rows(context, person).AsNoTracking().FirstOrDefaultAsync(row => row.ClientId == request.Client.ClientId, cancellationToken);
    }

    private static IQueryable<ConsentRecord> Rows(AccountsContext context, Account person)
    {
        var (tenant, account) = (person.Tenant.ToString(), person.Id.ToString());
        return context.Consents.Where(row => row.Tenant == tenant && row.Account == account);
    }

    private static string[] Words(string scope) => scope.Split(' ');

    private Task NoteAsync(Account person, string action, string client, string? scope, CancellationToken cancellationToken) =>
        audit.AppendAsync(
            person.AsActor(), person, action, cancellationToken, JsonSerializer.Serialize(new { client, scope }));
}
