using MentorCloud.Contracts.Accounts;
using MentorCloud.Identity.Accounts;
using MentorCloud.Identity.Store;
using MentorCloud.Identity.Text;
using MentorCloud.Identity.Tokens;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MentorCloud.Identity.Passkeys;

/// <summary>
/// Passkeys by ASP.NET Core Identity's own handler (docs/adr/0056). The person is always verified by the authenticator, so
/// that a passkey is two factors in one.
/// </summary>
internal sealed class PasskeyBook
{
    public const string Cookie = "mc_passkey";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly PasskeyStore _store;
    private readonly PasskeyHandler<AccountRecord> _handler;
    private readonly SealedCookie _cookies;
    private readonly SpentTokens _spent;
    private readonly AuditTrail _audit;
    private readonly TimeProvider _time;

    public PasskeyBook(
        PasskeyStore store, SealedCookie cookies, SpentTokens spent, AuditTrail audit, IOptions<IdentityOptions> options, TimeProvider time, ILoggerFactory loggers)
    {
        (_store, _cookies, _spent, _audit, _time) = (store, cookies, spent, audit, time);
        var users = new UserManager<AccountRecord>(
            store, Options.Create(new Microsoft.AspNetCore.Identity.IdentityOptions()), new PasswordHasher<AccountRecord>(), [], [],
            new UpperInvariantLookupNormalizer(), new IdentityErrorDescriber(), services: null!, loggers.CreateLogger<UserManager<AccountRecord>>());
        _handler = new PasskeyHandler<AccountRecord>(users, Options.Create(Rules(options.Value)));
    }

    /// <summary>What the browser needs to make a passkey; remembers what was asked in the browser.</summary>
    public async Task<string> BeginAddingAsync(HttpContext http, Account account)
    {
        var entity = new PasskeyUserEntity { Id = PasskeyStore.UserId(account), Name = account.Email, DisplayName = account.DisplayName };
        var asked = await _handler.MakeCreationOptionsAsync(entity, http);
        await _cookies.WriteAsync(http, Cookie, asked.AttestationState ?? string.Empty, Patience);
        return asked.CreationOptionsJson;
    }

    /// <summary>Keeps the passkey that the browser made; false when it does not fit what was asked, or is registered already.</summary>
    public async Task<bool> AddAsync(HttpContext http, Account account, string name, string credential)
    {
        if (await TakeAsync(http, account.Tenant) is not { } state || await _store.FindByIdAsync(PasskeyStore.UserId(account), http.RequestAborted) is not { } user
            || (await _store.ListAsync(user.Tenant, user.Id, http.RequestAborted)).Count >= PasskeyStore.MostPasskeys)
        {
            return false;
        }

        var result = await _handler.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = http, CredentialJson = credential, AttestationState = state });
        if (!result.Succeeded || result.UserEntity.Id != PasskeyStore.UserId(account))
        {
            return false;
        }

        result.Passkey.Name = name;
        if (!await _store.AddAsync(user, result.Passkey, http.RequestAborted))
        {
            return false;
        }

        await _audit.AppendAsync(account.AsActor(), account, "Account.PasskeyAdded", http.RequestAborted);
        return true;
    }

    /// <summary>What the browser needs to find a passkey.</summary>
    public async Task<string> BeginLoginAsync(HttpContext http)
    {
        var asked = await _handler.MakeRequestOptionsAsync(user: null, http);
        await _cookies.WriteAsync(http, Cookie, asked.AssertionState ?? string.Empty, Patience);
        return asked.RequestOptionsJson;
    }

    /// <summary>Whose passkey answered; null when none that counts.</summary>
    public async Task<Account?> LogInAsync(HttpContext http, string credential)
    {
        if (await TakeAsync(http, AccountsScope.PasskeyChallenges) is not { } state)
        {
            return null;
        }

        var result = await _handler.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = http, CredentialJson = credential, AssertionState = state });
        if (!result.Succeeded)
        {
            return null;
        }

        await _store.NoteUseAsync(result.User, result.Passkey, http.RequestAborted);
        return result.User.ToAccount();
    }

    public async Task RemoveAsync(Account account, byte[] credential, CancellationToken cancellationToken)
    {
        if (await _store.FindByIdAsync(PasskeyStore.UserId(account), cancellationToken) is { } user)
        {
            await _store.RemovePasskeyAsync(user, credential, cancellationToken);
            await _audit.AppendAsync(account.AsActor(), account, "Account.PasskeyRemoved", cancellationToken);
        }
    }

    public Task<IReadOnlyList<PasskeyRecord>> ListAsync(Account account, CancellationToken cancellationToken) =>
        _store.ListAsync(account.Tenant.ToString(), account.Id.ToString(), cancellationToken);

    /// <summary>What was asked, once.</summary>
    private async Task<string?> TakeAsync(HttpContext http, AccountsScope owner)
    {
        var state = await _cookies.ReadAsync<string>(http, Cookie);
        _cookies.Clear(http, Cookie);
        return state is { Length: > 0 }
            && await _spent.SpendAsync(owner, "passkey|" + Secrets.Hash(state), _time.GetUtcNow() + Patience, http.RequestAborted)
            ? state
            : null;
    }

    private static IdentityPasskeyOptions Rules(IdentityOptions options)
    {
        var own = new Uri(options.IssuerText);
        return new IdentityPasskeyOptions
        {
            ServerDomain = own.Host,
            AuthenticatorTimeout = Patience,
            UserVerificationRequirement = "required",
            ResidentKeyRequirement = "required",
            ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin && context.Origin == own.GetLeftPart(UriPartial.Authority)),
        };
    }
}
