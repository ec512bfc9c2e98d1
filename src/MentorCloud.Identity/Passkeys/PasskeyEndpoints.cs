using System.Buffers.Text;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Identity.Access;
using MentorCloud.Identity.Federation;
using MentorCloud.Identity.Login;
using MentorCloud.Identity.Pages;
using MentorCloud.Identity.Provider;
using MentorCloud.Identity.Sessions;
using MentorCloud.Identity.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace MentorCloud.Identity.Passkeys;

/// <summary><c>/login/passkey</c> and <c>/account/passkeys</c>.</summary>
internal sealed class PasskeyEndpoints(
    PasskeyBook passkeys, CurrentSession current, PasswordAgain again, LoginProviderBook providers, LoginThrottle throttle, LoginCompletion completion,
    AuthorizeEndpoint programs, AntiForgery forms, IOptions<IdentityOptions> options)
{
    private const string Methods = "pop user mfa";
    private const int MostName = 60;

    public Task<IResult> ShowLoginAsync(HttpContext http) => LoginPageAsync(http, http.Request.Query["return"], problem: null);

    public async Task<IResult> LogInAsync(HttpContext http)
    {
        var texts = PageTexts.For(http.Request);
        if (await forms.ReadAsync(http) is not { } sent)
        {
            return LoginPage.Expired(texts, "/login/passkey");
        }

        // Counted by source alone, since nobody is named before the passkey is; and when it has failed, not before as with
        // passwords: a signature cannot be guessed, and colleagues who come at once must not wait for each other.
        var attempt = new LoginAttempt(Account: null, RequestSource.Of(http), Device: null);
        if (throttle.Wait(attempt) is var wait && wait > TimeSpan.Zero)
        {
            RetryAfter.Set(http.Response, wait);
            return await LoginPageAsync(http, sent["return"], texts.Wait(wait), StatusCodes.Status429TooManyRequests);
        }

        if (await passkeys.LogInAsync(http, sent["credential"]) is not { } account)
        {
            throttle.Failed(attempt);
            return await LoginPageAsync(http, sent["return"], AccountTexts.In(texts).PasskeyFailed, StatusCodes.Status401Unauthorized);
        }

        if (await IsKeptOutAsync(account, http.RequestAborted))
        {
            return await LoginPageAsync(http, sent["return"], AccountTexts.In(texts).PasskeyFailed, StatusCodes.Status401Unauthorized);
        }

        await completion.StartAsync(http, account, Methods);
        return Results.LocalRedirect(LocalPath.Or(sent["return"], options.Value.HomePath));
    }

    public async Task<IResult> ShowOwnAsync(HttpContext http) => await current.FindAsync(http) is { } session
        ? await OwnPageAsync(http, session, problem: null)
        : Results.Challenge(authenticationSchemes: [IdentitySchemes.Session]);

    public Task<IResult> AddAsync(HttpContext http) => ActAsync(http, async (session, sent) =>
    {
        var name = sent["name"].Trim();
        return name.Length is > 0 and <= MostName && !name.Any(char.IsControl)
            && await passkeys.AddAsync(http, session.Account, name, sent["credential"])
            ? Results.LocalRedirect("/account/passkeys")
            : await OwnPageAsync(http, session, AccountTexts.In(PageTexts.For(http.Request)).PasskeyFailed);
    });

    public Task<IResult> RemoveAsync(HttpContext http) => ActAsync(http, async (session, sent) =>
    {
        var id = sent["passkey"];
        if (id.Length is > 0 and <= 2000 && Base64Url.IsValid(id))
        {
            await passkeys.RemoveAsync(session.Account, Base64Url.DecodeFromChars(id), http.RequestAborted);
        }

        return Results.LocalRedirect("/account/passkeys");
    });

    /// <summary>For whoever is logged in and types the password again.</summary>
    private async Task<IResult> ActAsync(HttpContext http, Func<Session, OwnForm, Task<IResult>> act)
    {
        if (await forms.ReadAsync(http) is not { } sent)
        {
            return LoginPage.Expired(PageTexts.For(http.Request), "/account/passkeys");
        }

        if (await current.FindAsync(http) is not { } session)
        {
            return Results.Challenge(authenticationSchemes: [IdentitySchemes.Session]);
        }

        return await again.IsRightAsync(http, session, sent["password"])
            ? await act(session, sent)
            : await OwnPageAsync(http, session, AccountTexts.In(PageTexts.For(http.Request)).PasswordWrong);
    }

    /// <summary>Where the company's own login is enforced, only emergency accounts get in another way.</summary>
    private async Task<bool> IsKeptOutAsync(Account account, CancellationToken cancellationToken) =>
        await providers.FindAsync(account.Tenant, cancellationToken) is { Settings.IsEnforced: true } provider
        && !provider.Settings.EmergencyAccounts.Contains(account.Id);

    private async Task<IResult> LoginPageAsync(HttpContext http, string? wanted, string? problem, int status = StatusCodes.Status200OK)
    {
        var destination = LocalPath.Or(wanted, options.Value.HomePath);
        var asked = await passkeys.BeginLoginAsync(http);
        var target = await programs.TargetAsync(destination, http.RequestAborted);
        return PasskeyPages.Login(PageTexts.For(http.Request), await forms.FieldAsync(http), asked, destination, problem, target, status);
    }

    private async Task<IResult> OwnPageAsync(HttpContext http, Session session, string? problem)
    {
        var list = await passkeys.ListAsync(session.Account, http.RequestAborted);
        var asked = await passkeys.BeginAddingAsync(http, session.Account);
        return PasskeyPages.Own(PageTexts.For(http.Request), await forms.FieldAsync(http), asked, list, problem);
    }
}
