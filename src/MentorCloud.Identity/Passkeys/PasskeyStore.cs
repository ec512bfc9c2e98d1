using System.Buffers.Text;
using System.Text.Json;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Identity.Accounts;
using MentorCloud.Identity.Store;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace MentorCloud.Identity.Passkeys;

/// <summary>
/// Passkeys as ASP.NET Core Identity wants to read and write them. Its user id is the tenant and the account in one, 64
/// characters, which is as much as an authenticator keeps: so a passkey leads to its tenant by itself.
/// </summary>
internal sealed class PasskeyStore(AccountsStore store, TimeProvider time) : IUserPasskeyStore<AccountRecord>
{
    public const int MostPasskeys = 20;

    public static string UserId(Account account) => $"{account.Tenant}{account.Id}";

    public async Task<AccountRecord?> FindByIdAsync(string userId, CancellationToken cancellationToken)
    {
        if (userId.Length != 2 * EntityId.TextLength || !EntityId.TryParse<TenantId>(userId[..EntityId.TextLength], out var tenant))
        {
            return null;
        }

        await using var context = await store.OpenAsync(cancellationToken);
        var row = await AccountQueries.RowAsync(context, tenant, userId[EntityId.TextLength..], cancellationToken);
        return row is { Status: AccountStatus.Active } ? row : null;
    }

    /// <summary>
    /// Keeps a new passkey; false when its credential id is registered already, with whichever account (WebAuthn level 3,
    /// section 7.1, step 26): whoever chooses a colleague's id must not put a key of their own in the place of the colleague's.
    /// </summary>
    public async Task<bool> AddAsync(AccountRecord user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        await using var context = await store.OpenAsync(cancellationToken);
        context.Passkeys.Add(new PasskeyRecord
        {
            Tenant = user.Tenant, CredentialId = Base64Url.EncodeToString(passkey.CredentialId), Account = user.Id, Name = passkey.Name ?? string.Empty,
            Facts = Facts(passkey), CreatedAt = time.GetUtcNow(),
        });
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException exception) when (UniqueIndex.IsViolatedBy(exception))
        {
            return false;
        }
    }

    /// <summary>Notes the use of the account's own passkey: its counter and flags as they are now.</summary>
    public async Task NoteUseAsync(AccountRecord user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        var (id, facts) = (Base64Url.EncodeToString(passkey.CredentialId), Facts(passkey));
        DateTimeOffset? now = time.GetUtcNow();
        await using var context = await store.OpenAsync(cancellationToken);
        await context.Passkeys.Where(row => row.Tenant == user.Tenant && row.Account == user.Id && row.CredentialId == id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Facts, facts).SetProperty(row => row.LastUsedAt, now), cancellationToken);
    }

    public async Task<IReadOnlyList<PasskeyRecord>> ListAsync(string tenant, string account, CancellationToken cancellationToken)
    {
        await using var context = await store.OpenAsync(cancellationToken);
        return await context.Passkeys.AsNoTracking().Where(row => row.Tenant == tenant && row.Account == account)
            .OrderBy(row => row.CreatedAt).Take(MostPasskeys).ToListAsync(cancellationToken);
    }

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(AccountRecord user, CancellationToken cancellationToken) =>
        [.. (await ListAsync(user.Tenant, user.Id, cancellationToken)).Select(Info)];

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(AccountRecord user, byte[] credentialId, CancellationToken cancellationToken)
    {
        var id = Base64Url.EncodeToString(credentialId);
        await using var context = await store.OpenAsync(cancellationToken);
        var row = await context.Passkeys.AsNoTracking().FirstOrDefaultAsync(
            one => one.Tenant == user.Tenant && one.Account == user.Id && one.CredentialId == id, cancellationToken);
        return row is null ? null : Info(row);
    }

    /// <summary>
    /// Nobody's: without the tenant nothing is looked up. A passkey is found by the user id that the authenticator keeps, and
    /// <see cref="AddAsync"/> refuses an id that is registered already.
    /// </summary>
    public Task<AccountRecord?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) => Task.FromResult<AccountRecord?>(null);

    public async Task RemovePasskeyAsync(AccountRecord user, byte[] credentialId, CancellationToken cancellationToken)
    {
        var id = Base64Url.EncodeToString(credentialId);
        await using var context = await store.OpenAsync(cancellationToken);
        await context.Passkeys.Where(row => row.Tenant == user.Tenant && row.Account == user.Id && row.CredentialId == id).ExecuteDeleteAsync(cancellationToken);
    }

    public Task<string> GetUserIdAsync(AccountRecord user, CancellationToken cancellationToken) => Task.FromResult(user.Tenant + user.Id);

    public Task<string?> GetUserNameAsync(AccountRecord user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Email);

    public Task<string?> GetNormalizedUserNameAsync(AccountRecord user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.EmailKey);

    public Task SetUserNameAsync(AccountRecord user, string? userName, CancellationToken cancellationToken) => throw Elsewhere();

    public Task SetNormalizedUserNameAsync(AccountRecord user, string? normalizedName, CancellationToken cancellationToken) => throw Elsewhere();

    public Task AddOrUpdatePasskeyAsync(AccountRecord user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw Elsewhere();

    public Task<IdentityResult> CreateAsync(AccountRecord user, CancellationToken cancellationToken) => throw Elsewhere();

    public Task<IdentityResult> UpdateAsync(AccountRecord user, CancellationToken cancellationToken) => throw Elsewhere();

    public Task<IdentityResult> DeleteAsync(AccountRecord user, CancellationToken cancellationToken) => throw Elsewhere();

    public Task<AccountRecord?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => throw Elsewhere();

    public void Dispose()
    {
    }

    private static NotSupportedException Elsewhere() => new("Accounts are changed by IAccounts alone, passkeys by PasskeyBook.");

    private static string Facts(UserPasskeyInfo passkey) => JsonSerializer.Serialize(new PasskeyFacts(
        passkey.PublicKey, passkey.SignCount, passkey.Transports, passkey.IsUserVerified, passkey.IsBackupEligible, passkey.IsBackedUp));

    private static UserPasskeyInfo Info(PasskeyRecord row)
    {
        var facts = JsonSerializer.Deserialize<PasskeyFacts>(row.Facts)!;
        return new UserPasskeyInfo(
            Base64Url.DecodeFromChars(row.CredentialId), facts.PublicKey, row.CreatedAt, facts.SignCount, facts.Transports,
            facts.IsUserVerified, facts.IsBackupEligible, facts.IsBackedUp, attestationObject: [], clientDataJson: []) { Name = row.Name };
    }

    private sealed record PasskeyFacts(byte[] PublicKey, uint SignCount, string[]? Transports, bool IsUserVerified, bool IsBackupEligible, bool IsBackedUp);
}
