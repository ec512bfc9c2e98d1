using System.Globalization;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Identity.Access;
using MentorCloud.Identity.Accounts;
using MentorCloud.Identity.Pages;
using MentorCloud.Identity.Provider;
using MentorCloud.Identity.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace MentorCloud.Identity.Login;

/// <summary><c>/login</c>, <c>/logout</c> and <c>/account</c>.</summary>
internal sealed class LoginEndpoints(
    TenantFinder tenants, PasswordLogin passwords, LoginThrottle throttle, DeviceCookie devices, SessionBook sessions,
    SessionCookie cookie, AntiForgery forms, AuditTrail audit, AuthorizeEndpoint programs, IOptions<IdentityOptions> options)
{
    public async Task<IResult> ShowAsync(HttpContext http)
    {
        var query = http.Request.Query;
        var form = await FormAsync(query["return"], query["tenant"], query["email"], http.RequestAborted);
        return LoginPage.Form(form, PageTexts.For(http.Request), await forms.FieldAsync(http));
    }

    public async Task<IResult> LogInAsync(HttpContext http)
    {
        var texts = PageTexts.For(http.Request);
        if (await forms.ReadAsync(http) is not { } sent)
        {
            return LoginPage.Expired(texts, "/login");
        }

        var form = await FormAsync(sent["return"], sent["tenant"], sent["email"], http.RequestAborted);
        var tenant = await tenants.BySlugAsync(form.Tenant, http.RequestAborted);
        var attempt = await AttemptAsync(http, tenant?.Id, form);
        if (throttle.Wait(attempt) is var wait && wait > TimeSpan.Zero)
        {
            http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return LoginPage.Form(form with { Wait = wait, Status = StatusCodes.Status429TooManyRequests }, texts, await forms.FieldAsync(http));
        }

        // Counted before the slow check, so that attempts sent all at once cannot slip by together.
        throttle.Failed(attempt);
        if (await passwords.CheckAsync(tenant?.Id, form.Email, sent["password"], http.RequestAborted) is not { } account)
        {
            return LoginPage.Form(form with { Problem = texts.LoginFailed, Status = StatusCodes.Status401Unauthorized }, texts, await forms.FieldAsync(http));
        }

        throttle.Succeeded(attempt);
        await StartAsync(http, account);
        return Results.LocalRedirect(form.Return);
    }

    public async Task<IResult> ShowLogoutAsync(HttpContext http) =>
        LoginPage.AskLogout(PageTexts.For(http.Request), await forms.FieldAsync(http));

    public async Task<IResult> LogOutAsync(HttpContext http)
    {
        var texts = PageTexts.For(http.Request);
        if (await forms.ReadAsync(http) is null)
        {
            return LoginPage.Expired(texts, "/logout");
        }

        if (cookie.Read(http.Request) is { } secret && await sessions.FindAsync(secret, http.RequestAborted) is { } session)
        {
            var account = session.Account;
            await sessions.EndAsync(account.Tenant, account.Id, session.Id, http.RequestAborted);
            await audit.AppendAsync(By(account), account, "Account.LoggedOut", http.RequestAborted);
        }

        cookie.Clear(http.Response);
        return LoginPage.LoggedOut(texts);
    }

    public async Task<IResult> ShowAccountAsync(HttpContext http)
    {
        var login = await http.AuthenticateAsync(IdentitySchemes.Session);
        return login.Principal?.Identity?.Name is { } name
            ? LoginPage.Account(name, PageTexts.For(http.Request), await forms.FieldAsync(http))
            : Results.Challenge(authenticationSchemes: [IdentitySchemes.Session]);
    }

    private async Task StartAsync(HttpContext http, Account account)
    {
        // A fresh secret at each login: a cookie planted before it is worth nothing after (session fixation).
        var agent = http.Request.Headers.UserAgent.ToString();
        var secret = await sessions.StartAsync(account, "pwd", RequestSource.Of(http), agent, http.RequestAborted);
        cookie.Write(http.Response, secret);
        await devices.WriteAsync(http, DeviceCookie.Key(account));
        await audit.AppendAsync(By(account), account, "Account.LoggedIn", http.RequestAborted);
    }

    private async Task<LoginAttempt> AttemptAsync(HttpContext http, TenantId? tenant, LoginForm form)
    {
        var account = $"{tenant?.ToString() ?? form.Tenant}/{form.Email.ToLowerInvariant()}";
        return new LoginAttempt(account, RequestSource.Of(http), await devices.ReadAsync(http, account));
    }

    private async Task<LoginForm> FormAsync(string? wanted, string? tenant, string? email, CancellationToken cancellationToken)
    {
        var destination = LocalPath.Or(wanted, options.Value.HomePath);
        return new LoginForm(destination, Typed(tenant), Typed(email), FormTarget: await programs.TargetAsync(destination, cancellationToken));
    }

    private static string Typed(string? text) => text is { Length: <= 254 } ? text.Trim() : string.Empty;

    private static Actor By(Account account) => Actor.User(account.Tenant, account.Id, account.Roles, account.Participant);
}
