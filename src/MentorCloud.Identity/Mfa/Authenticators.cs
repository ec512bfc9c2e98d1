using System.Security.Cryptography;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Domain.Access;
using MentorCloud.Identity.Accounts;
using MentorCloud.Identity.Keys;
using MentorCloud.Identity.Store;
using MentorCloud.Identity.Text;
using Microsoft.EntityFrameworkCore;

namespace MentorCloud.Identity.Mfa;

/// <summary>The second factor: an authenticator app for each account, and recovery codes for when it is lost.</summary>
internal sealed class Authenticators(AccountsStore store, ServerSecrets secrets, AuditTrail audit, TimeProvider time)
{
    /// <summary>The purpose of the key that seals authenticators' secrets.</summary>
    public const string Purpose = "authenticators";
    private const int RecoveryCodes = 10;

    /// <summary>120 bits: above the 112 from which OWASP ASVS lets a plain hash do.</summary>
    private const int RecoveryBytes = 15;

    /// <summary>Whether the account's login asks for a code.</summary>
    public async Task<bool> IsOnAsync(Account account, CancellationToken cancellationToken)
    {
        await using var context = await store.OpenAsync(account.Tenant, cancellationToken);
        return await RowAsync(context, account, cancellationToken) is { ConfirmedAt: not null };
    }

    /// <summary>Makes a new secret that is not asked for yet; null when one is in use already.</summary>
    public async Task<byte[]?> BeginAsync(Account account, CancellationToken cancellationToken)
    {
        await using var context = await store.OpenAsync(account.Tenant, cancellationToken);
        var present = await RowAsync(context, account, cancellationToken);
        if (present is { ConfirmedAt: not null })
        {
            return null;
        }

        var secret = RandomNumberGenerator.GetBytes(Totp.SecretBytes);
        var text = await secrets.SealAsync(Purpose, Place(account), secret, cancellationToken);
        if (present is not null)
        {
            context.Authenticators.Remove(present);
            await context.SaveChangesAsync(cancellationToken);
        }

        context.Authenticators.Add(new AuthenticatorRecord
        {
            Tenant = account.Tenant.ToString(), Account = account.Id.ToString(), SealedSecret = text, LastStep = 0,
        });
        await context.SaveChangesAsync(cancellationToken);
        return secret;
    }

    /// <summary>The secret that was made and is not asked for yet; null when there is none.</summary>
    public async Task<byte[]?> BegunAsync(Account account, CancellationToken cancellationToken)
    {
        await using var context = await store.OpenAsync(account.Tenant, cancellationToken);
        return await RowAsync(context, account, cancellationToken) is { ConfirmedAt: null } row
            ? await secrets.OpenAsync(Purpose, Place(account), row.SealedSecret, cancellationToken)
            : null;
    }

    /// <summary>Turns the app on when its first code is right, and makes the recovery codes, to be seen this once; null when it is wrong.</summary>
    public async Task<IReadOnlyList<string>?> ConfirmAsync(Account account, string code, CancellationToken cancellationToken)
    {
        await using var context = await store.OpenAsync(account.Tenant, cancellationToken);
        var row = await RowAsync(context, account, cancellationToken);
        if (row is null or { ConfirmedAt: not null } || !await MatchesAsync(context, row, account, code, cancellationToken))
        {
            return null;
        }

        var codes = Enumerable.Range(0, RecoveryCodes).Select(_ => Base32.Encode(RandomNumberGenerator.GetBytes(RecoveryBytes))).ToList();
        await RemoveCodesAsync(context, account, cancellationToken);
        context.RecoveryCodes.AddRange(codes.Select(one => new RecoveryCodeRecord
        {
            Tenant = row.Tenant, Account = row.Account, CodeHash = Secrets.Hash(one),
        }));
        row.ConfirmedAt = time.GetUtcNow();
        await context.SaveChangesAsync(cancellationToken);
        await audit.AppendAsync(account.AsActor(), account, "Account.SecondFactorAdded", cancellationToken);
        return codes;
    }

    /// <summary>Whether a code of the app, or a recovery code, is right; each counts once. Wrong codes of the app are counted by account (<see cref="CodeGuesses"/>).</summary>
    public async Task<CodeCheck> CheckAsync(Account account, string typed, CancellationToken cancellationToken)
    {
        var code = new string([.. typed.Where(char.IsAsciiLetterOrDigit)]).ToUpperInvariant();
        await using var context = await store.OpenAsync(account.Tenant, cancellationToken);
        var row = await RowAsync(context, account, cancellationToken);
        if (row is not { ConfirmedAt: not null })
        {
            return CodeCheck.Wrong;
        }

        var check = code.Length == Totp.Digits
            ? await GuessAsync(context, row, account, code, cancellationToken)
            : await RecoverAsync(context, account, code, cancellationToken) ? CodeCheck.Right : CodeCheck.Wrong;
        if (check == CodeCheck.Wrong)
        {
            await audit.AppendAsync(Actor.Anonymous, account, "Account.CodeFailed", cancellationToken);
        }

        return check;
    }

    /// <summary>Turns the second factor off.</summary>
    public async Task RemoveAsync(Account account, CancellationToken cancellationToken)
    {
        var (tenant, id) = (account.Tenant.ToString(), account.Id.ToString());
        await using var context = await store.OpenAsync(account.Tenant, cancellationToken);
        await context.Authenticators.Where(row => row.Tenant == tenant && row.Account == id).ExecuteDeleteAsync(cancellationToken);
        await RemoveCodesAsync(context, account, cancellationToken);
        await audit.AppendAsync(account.AsActor(), account, "Account.SecondFactorRemoved", cancellationToken);
    }

    private async Task<CodeCheck> GuessAsync(
        AccountsContext context, AuthenticatorRecord row, Account account, string code, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (row.NotBefore > now)
        {
            return CodeCheck.TooEarly(CodeGuesses.Wait(row.NotBefore.Value, now));
        }

        // Counted before it is compared, and by one of those who saw the same count: guesses sent all at once cannot slip by together.
        var (failures, notBefore) = (row.Failures + 1, CodeGuesses.NotBefore(row.Failures + 1, now));
        var counted = await context.Authenticators
            .Where(one => one.Tenant == row.Tenant && one.Account == row.Account && one.Failures == row.Failures)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.Failures, failures).SetProperty(one => one.NotBefore, notBefore), cancellationToken);
        return counted == 1 && await MatchesAsync(context, row, account, code, cancellationToken) ? CodeCheck.Right : CodeCheck.Wrong;
    }

    private async Task<bool> MatchesAsync(
        AccountsContext context, AuthenticatorRecord row, Account account, string code, CancellationToken cancellationToken)
    {
        var secret = await secrets.OpenAsync(Purpose, Place(account), row.SealedSecret, cancellationToken);
        if (Totp.Match(secret, code, time.GetUtcNow(), row.LastStep) is not { } step)
        {
            return false;
        }

        // Whoever moves the step first has used the code; the same code sent twice at once counts once.
        return await context.Authenticators
            .Where(one => one.Tenant == row.Tenant && one.Account == row.Account && one.LastStep < step)
            .ExecuteUpdateAsync(
                set => set.SetProperty(one => one.LastStep, step).SetProperty(one => one.Failures, 0).SetProperty(one => one.NotBefore, (DateTimeOffset?)null),
                cancellationToken) == 1;
    }

    private async Task<bool> RecoverAsync(AccountsContext context, Account account, string code, CancellationToken cancellationToken)
    {
        var (tenant, id, hash) = (account.Tenant.ToString(), account.Id.ToString(), Secrets.Hash(code));
        DateTimeOffset? now = time.GetUtcNow();
        var used = await context.RecoveryCodes
            .Where(row => row.Tenant == tenant && row.Account == id && row.CodeHash == hash && row.UsedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.UsedAt, now), cancellationToken);
        if (used == 1)
        {
            await context.Authenticators.Where(row => row.Tenant == tenant && row.Account == id).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Failures, 0).SetProperty(row => row.NotBefore, (DateTimeOffset?)null), cancellationToken);
            await audit.AppendAsync(account.AsActor(), account, "Account.RecoveryCodeUsed", cancellationToken);
        }

        return used == 1;
    }

    private static Task<AuthenticatorRecord?> RowAsync(AccountsContext context, Account account, CancellationToken cancellationToken)
    {
        var (tenant, id) = (account.Tenant.ToString(), account.Id.ToString());
        return context.Authenticators.FirstOrDefaultAsync(row => row.Tenant == tenant && row.Account == id, cancellationToken);
    }

    private static Task<int> RemoveCodesAsync(AccountsContext context, Account account, CancellationToken cancellationToken)
    {
        var (tenant, id) = (account.Tenant.ToString(), account.Id.ToString());
        return context.RecoveryCodes.Where(row => row.Tenant == tenant && row.Account == id).ExecuteDeleteAsync(cancellationToken);
    }

    private static string Place(Account account) => $"{account.Tenant}/{account.Id}";
}
