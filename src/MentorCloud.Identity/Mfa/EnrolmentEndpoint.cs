using MentorCloud.Contracts.Accounts;
using MentorCloud.Identity.Login;
using MentorCloud.Identity.Pages;
using MentorCloud.Identity.Sessions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace MentorCloud.Identity.Mfa;

/// <summary><c>POST /login/enrol</c>: whoever needs a second factor and has none sets it up between password and session.</summary>
internal sealed class EnrolmentEndpoint(
    PendingLogin pending, Authenticators authenticators, LoginCompletion completion, AntiForgery forms, IOptions<IdentityOptions> options)
{
    /// <summary>The page with the secret; its form comes to <see cref="ConfirmAsync"/>.</summary>
    public async Task<IResult> ShowAsync(HttpContext http, PageTexts texts, Account account, string destination, string? problem = null)
    {
        var secret = problem is null
            ? await authenticators.BeginAsync(account, http.RequestAborted)
            : await authenticators.BegunAsync(account, http.RequestAborted);
        if (secret is null)
        {
            return LoginPage.Expired(texts, "/login");
        }

        var csrf = await forms.FieldAsync(http);
        return AccountPage.Secret(secret, account.Email, texts, csrf, "/login/enrol", problem, destination);
    }

    public async Task<IResult> ConfirmAsync(HttpContext http)
    {
        var texts = PageTexts.For(http.Request);
        if (await forms.ReadAsync(http) is not { } sent || await pending.ReadAsync(http) is not { } account)
        {
            return LoginPage.Expired(texts, "/login");
        }

        var destination = LocalPath.Or(sent["return"], options.Value.HomePath);
        if (await authenticators.ConfirmAsync(account, sent["code"].Trim(), http.RequestAborted) is not { } codes)
        {
            return await ShowAsync(http, texts, account, destination, AccountTexts.In(texts).CodeWrong);
        }

        pending.Clear(http);
        await completion.StartAsync(http, account, "pwd otp mfa");
        return AccountPage.RecoveryCodes(codes, texts, destination);
    }
}
