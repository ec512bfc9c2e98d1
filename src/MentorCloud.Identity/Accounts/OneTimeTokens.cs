using MentorCloud.Contracts.Accounts;
using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Refusals;
using MentorCloud.Identity.Passwords;
using MentorCloud.Identity.Store;
using MentorCloud.Identity.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace MentorCloud.Identity.Accounts;

/// <summary>Invitations and password resets: tokens that set a password once.</summary>
internal sealed class OneTimeTokens(
    AccountsStore store, PasswordRules rules, PasswordVault vault, AuditTrail audit, IOptions<IdentityOptions> options, TimeProvider time)
{
    private static readonly Refusal Invalid =
        new(ErrorCodes.InvitationInvalid, "This link does not work any more. Ask your administrator for a new invitation.", "token");

    public Task<Invitation> IssueAsync(Actor by, Account account, CancellationToken cancellationToken) =>
        IssueAsync(by, account, options.Value.InvitationLifetime, "Account.Invited", cancellationToken);

    /// <summary>Makes a token; earlier ones of the account stop working.</summary>
    public async Task<Invitation> IssueAsync(
        Actor by, Account account, TimeSpan lifetime, string action, CancellationToken cancellationToken)
    {
        var secret = TenantSecret.New(account.Tenant);
        var ends = await store.ChangeAsync(async context =>
        {
            var until = await AddAsync(context, account.Tenant.ToString(), account.Id.ToString(), secret, lifetime, cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
            return until;
        }, cancellationToken);
        await audit.AppendAsync(by, account, action, cancellationToken);
        return Describe(account, secret, ends);
    }

    /// <summary>Adds a token to what is about to be saved; earlier ones of the account stop working.</summary>
    /// <returns>When it stops working.</returns>
    public async Task<DateTimeOffset> AddAsync(
        AccountsContext context, string tenant, string account, TenantSecret secret, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await UseUpAsync(context, tenant, account, now, cancellationToken);
        context.OneTimeTokens.Add(new OneTimeTokenRecord
        {
            Tenant = tenant,
            TokenHash = secret.Hash,
            Account = account,
            CreatedAt = now,
            ExpiresAt = now + lifetime,
        });
        return now + lifetime;
    }

    /// <summary>What the person is told of a token.</summary>
    public Invitation Describe(Account account, TenantSecret secret, DateTimeOffset ends) =>
        new(account, secret.ToString(), new Uri($"{options.Value.IssuerText}/invitation?token={secret}"), ends);

    /// <summary>When a token stops working; null when it does not work.</summary>
    public async Task<DateTimeOffset?> EndsAsync(TenantSecret secret, CancellationToken cancellationToken)
    {
        await using var context = await store.OpenAsync(cancellationToken);
        return (await FindAsync(context, secret.ToString(), cancellationToken))?.Token.ExpiresAt;
    }

    /// <summary>Whose the token is, without using it up; null when it does not work.</summary>
    public async Task<Account?> PeekAsync(string? token, CancellationToken cancellationToken)
    {
        await using var context = await store.OpenAsync(cancellationToken);
        return await FindAsync(context, token, cancellationToken) is { } found ? found.Account.ToAccount() : null;
    }

    public async Task<Reply<Account>> AcceptAsync(string token, string password, CancellationToken cancellationToken)
    {
        var person = await PeekAsync(token, cancellationToken);
        var refusal = person is null ? Invalid : rules.Check(password, person.Email, person.DisplayName);
        if (refusal is not null)
        {
            return refusal;
        }

        var hash = await vault.HashAsync(password, cancellationToken);
        var accepted = await UseAsync(token, hash, cancellationToken);
        if (accepted is null)
        {
            return Invalid;
        }

        await audit.AppendAsync(Actor.User(accepted.Tenant, accepted.Id, accepted.Roles), accepted, "Account.PasswordSet", cancellationToken);
        return accepted;
    }

    private Task<Account?> UseAsync(string token, string hash, CancellationToken cancellationToken) => store.ChangeAsync(async context =>
    {
        if (await FindAsync(context, token, cancellationToken) is not { } found)
        {
            return null;
        }

        DateTimeOffset? now = time.GetUtcNow();
        var row = found.Account;
        (row.PasswordHash, row.Status) = (hash, AccountStatus.Active);
        await UseUpAsync(context, row.Tenant, row.Id, now.Value, cancellationToken);
        await Endings.EndAllAsync(context, row, now.Value, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        return row.ToAccount();
    }, cancellationToken);

    private async Task<(OneTimeTokenRecord Token, AccountRecord Account)?> FindAsync(
        AccountsContext context, string? text, CancellationToken cancellationToken)
    {
        if (!TenantSecret.TryRead(text, out var secret))
        {
            return null;
        }

        var (tenant, hash, now) = (secret.Tenant.ToString(), secret.Hash, time.GetUtcNow());
        var token = await context.OneTimeTokens.AsNoTracking().FirstOrDefaultAsync(
            row => row.Tenant == tenant && row.TokenHash == hash && row.UsedAt == null && row.ExpiresAt > now, cancellationToken);
        var account = token is null ? null : await AccountQueries.RowAsync(context, secret.Tenant, token.Account, cancellationToken);
        return account is null || account.Status == AccountStatus.Closed ? null : (token!, account);
    }

    private static Task<int> UseUpAsync(
        AccountsContext context, string tenant, string account, DateTimeOffset? now, CancellationToken cancellationToken) =>
        context.OneTimeTokens
            .Where(row => row.Tenant == tenant && row.Account == account && row.UsedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.UsedAt, now), cancellationToken);
}
