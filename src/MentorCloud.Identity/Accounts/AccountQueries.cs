using MentorCloud.Contracts.Accounts;
using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Identity.Store;
using MentorCloud.Identity.Text;
using Microsoft.EntityFrameworkCore;

namespace MentorCloud.Identity.Accounts;

/// <summary>Reads accounts.</summary>
internal sealed class AccountQueries(AccountsStore store)
{
    private const string List = "accounts";

    public async Task<Account?> FindAsync(TenantId tenant, AccountId account, CancellationToken cancellationToken)
    {
        await using var context = await store.OpenAsync(cancellationToken);
        return (await RowAsync(context, tenant, account.ToString(), cancellationToken))?.ToAccount();
    }

    public async Task<Account?> FindByEmailAsync(TenantId tenant, string email, CancellationToken cancellationToken)
    {
        if (!EmailAddress.TryRead(email, out var address))
        {
            return null;
        }

        await using var context = await store.OpenAsync(cancellationToken);
        return (await OpenRowAsync(context, tenant, address, cancellationToken))?.ToAccount();
    }

    public async Task<Account?> FindByParticipantAsync(TenantId tenant, ParticipantId participant, CancellationToken cancellationToken)
    {
        await using var context = await store.OpenAsync(cancellationToken);
        var (key, person) = (tenant.ToString(), participant.ToString());
        var row = await context.Accounts.AsNoTracking().FirstOrDefaultAsync(
            account => account.Tenant == key && account.Participant == person && account.ClosedAt == null, cancellationToken);
        return row?.ToAccount();
    }

    public async Task<Page<Account>> ListAsync(
        TenantId tenant, AccountFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        await using var context = await store.OpenAsync(cancellationToken);
        var wanted = Narrow(context.Accounts.AsNoTracking().Where(row => row.Tenant == tenant.ToString()), filter);
        return await KeysetCursor.ReadAsync(List, wanted, row => row.Id, row => row.ToAccount(), page, cancellationToken);
    }

    public static Task<AccountRecord?> RowAsync(AccountsContext context, TenantId tenant, string account, CancellationToken cancellationToken) =>
        context.Accounts.FirstOrDefaultAsync(row => row.Tenant == tenant.ToString() && row.Id == account, cancellationToken);

    public static Task<AccountRecord?> OpenRowAsync(
        AccountsContext context, TenantId tenant, EmailAddress address, CancellationToken cancellationToken) =>
        context.Accounts.FirstOrDefaultAsync(
            row => row.Tenant == tenant.ToString() && row.EmailKey == address.Key && row.ClosedAt == null, cancellationToken);

    private static IQueryable<AccountRecord> Narrow(IQueryable<AccountRecord> rows, AccountFilter filter)
    {
        if (filter.Search is { Length: > 0 } search)
        {
            var words = search.ToLowerInvariant();
            rows = rows.Where(row => row.EmailKey.Contains(words) || row.NameKey.Contains(words));
        }

        if (filter.Holding is { } roles)
        {
            rows = rows.Where(row => (row.Roles & roles) != Role.None);
        }

        return filter.Status is { } status ? rows.Where(row => row.Status == status) : rows;
    }
}
