using MentorCloud.Domain.Identifiers;
using MentorCloud.Contracts.Logins;
using MentorCloud.Identity.Federation;
using MentorCloud.Identity.Pages;
using MentorCloud.Identity.Provider;
using MentorCloud.Identity.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace MentorCloud.Identity.Login;

/// <summary><c>/login</c>.</summary>
internal sealed class LoginEndpoints(
    TenantFinder tenants, PasswordLogin passwords, LoginThrottle throttle, DeviceCookie devices, LoginProviderBook providers,
    FederationStart federation, LoginSteps steps, AntiForgery forms, AuthorizeEndpoint programs, IOptions<IdentityOptions> options)
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
        var tenant = await tenants.FindAsync(form.Tenant, form.Email, http.RequestAborted);
        var attempt = await AttemptAsync(http, tenant?.Id, form);
        if (throttle.Wait(attempt) is var wait && wait > TimeSpan.Zero)
        {
            RetryAfter.Set(http.Response, wait);
            return LoginPage.Form(form with { Wait = wait, Status = StatusCodes.Status429TooManyRequests }, texts, await forms.FieldAsync(http));
        }

        // Counted before the slow check, so that attempts sent all at once cannot slip by together.
        throttle.Failed(attempt);
        var account = await passwords.CheckAsync(tenant?.Id, form.Email, sent["password"], http.RequestAborted);
        var provider = tenant is null ? null : await providers.FindAsync(tenant.Id, http.RequestAborted);
        if (provider is { Settings.IsEnforced: true } && !(account is not null && provider.Settings.EmergencyAccounts.Contains(account.Id)))
        {
            // The same for everybody, right password or wrong, so that it tells nothing.
            return await CompanyLoginAsync(http, provider, form, texts);
        }

        if (account is null)
        {
            return LoginPage.Form(form with { Problem = texts.LoginFailed, Status = StatusCodes.Status401Unauthorized }, texts, await forms.FieldAsync(http));
        }

        throttle.Succeeded(attempt);
        return await steps.AfterPasswordAsync(http, texts, account, form.Return, needsSecond: provider is { Settings.IsEnforced: true });
    }

    private async Task<IResult> CompanyLoginAsync(HttpContext http, LoginProvider provider, LoginForm form, PageTexts texts) =>
        await federation.PageAsync(http, provider, form.Return, form.Email) is { } onward
            ? onward
            : LoginPage.Form(
                form with { Problem = FederationTexts.In(texts).Unreachable, Status = StatusCodes.Status503ServiceUnavailable }, texts, await forms.FieldAsync(http));

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
}
