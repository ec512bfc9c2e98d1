using MentorCloud.Contracts.Accounts;
using MentorCloud.Identity.Access;
using MentorCloud.Identity.Consents;
using MentorCloud.Identity.Login;
using MentorCloud.Identity.Mfa;
using MentorCloud.Identity.Pages;
using MentorCloud.Identity.Text;
using Microsoft.AspNetCore.Http;

namespace MentorCloud.Identity.Sessions;

/// <summary><c>/account</c>: the second factor, the sessions and the programs of the person who is logged in.</summary>
internal sealed class AccountEndpoints(
    CurrentSession current, SessionBook sessions, SessionEnding ending, Authenticators authenticators, PasswordAgain again, IAccounts accounts, ConsentBook consents,
    AntiForgery forms)
{
    public async Task<IResult> ShowAsync(HttpContext http) => await current.FindAsync(http) is { } session
        ? await PageAsync(http, session)
        : Results.Challenge(authenticationSchemes: [IdentitySchemes.Session]);

    public Task<IResult> EndSessionAsync(HttpContext http) => ActAsync(http, async (session, sent) =>
    {
        await ending.EndAsync(session, sent["session"], http.RequestAborted);
        return Results.LocalRedirect("/account");
    });

    /// <summary>Ends every session but this one.</summary>
    public Task<IResult> EndOthersAsync(HttpContext http) => ActAsync(http, async (session, _) =>
    {
        await ending.EndOthersAsync(session, http.RequestAborted);
        return Results.LocalRedirect("/account");
    });

    /// <summary>Takes back what a program was allowed; its access ends.</summary>
    public Task<IResult> WithdrawConsentAsync(HttpContext http) => ActAsync(http, async (session, sent) =>
    {
        await consents.WithdrawAsync(session.Account, sent["client"], http.RequestAborted);
        return Results.LocalRedirect("/account");
    });

    public Task<IResult> BeginSecondAsync(HttpContext http) => ActAsync(http, async (session, sent) =>
    {
        var texts = PageTexts.For(http.Request);
        if (!await again.IsRightAsync(http, session, sent["password"]))
        {
            return await PageAsync(http, session, AccountTexts.In(texts).PasswordWrong, StatusCodes.Status401Unauthorized);
        }

        return await authenticators.BeginAsync(session.Account, http.RequestAborted) is { } secret
            ? AccountPage.Secret(secret, session.Account.Email, texts, await forms.FieldAsync(http))
            : Results.LocalRedirect("/account");
    });

    public Task<IResult> ConfirmSecondAsync(HttpContext http) => ActAsync(http, async (session, sent) =>
    {
        var texts = PageTexts.For(http.Request);
        return await authenticators.ConfirmAsync(session.Account, sent["code"].Trim(), http.RequestAborted) is { } codes
            ? AccountPage.RecoveryCodes(codes, texts)
            : await PageAsync(http, session, AccountTexts.In(texts).CodeWrong, StatusCodes.Status401Unauthorized);
    });

    public Task<IResult> RemoveSecondAsync(HttpContext http) => ActAsync(http, async (session, sent) =>
    {
        var texts = PageTexts.For(http.Request);
        var check = await again.IsRightAsync(http, session, sent["password"])
            ? await authenticators.CheckAsync(session.Account, sent["code"], http.RequestAborted)
            : CodeCheck.Wrong;
        if (check.Wait > TimeSpan.Zero)
        {
            RetryAfter.Set(http.Response, check.Wait);
            return await PageAsync(http, session, AccountTexts.In(texts).CodesSpent, StatusCodes.Status429TooManyRequests);
        }

        if (!check.IsRight)
        {
            return await PageAsync(http, session, AccountTexts.In(texts).CodeWrong, StatusCodes.Status401Unauthorized);
        }

        await authenticators.RemoveAsync(session.Account, http.RequestAborted);
        return Results.LocalRedirect("/account");
    });

    /// <summary>Changes the password; every session ends, this one too, so that nobody stays in who got in by the old one.</summary>
    public Task<IResult> ChangePasswordAsync(HttpContext http) => ActAsync(http, async (session, sent) =>
    {
        var texts = PageTexts.For(http.Request);
        if (!await again.IsRightAsync(http, session, sent["password"]))
        {
            return await PageAsync(http, session, AccountTexts.In(texts).PasswordWrong, StatusCodes.Status401Unauthorized);
        }

        var account = session.Account;
        var by = account.AsActor();
        var changed = await accounts.SetPasswordAsync(account.Tenant, by, account.Id, sent["new"], http.RequestAborted);
        return changed.IsRefused
            ? await PageAsync(http, session, AccountTexts.In(texts).PasswordRefused, StatusCodes.Status422UnprocessableEntity)
            : LoginPage.LoggedOut(texts);
    });

    private async Task<IResult> ActAsync(HttpContext http, Func<Session, OwnForm, Task<IResult>> act)
    {
        if (await forms.ReadAsync(http) is not { } sent)
        {
            return LoginPage.Expired(PageTexts.For(http.Request), "/account");
        }

        return await current.FindAsync(http) is { } session ? await act(session, sent) : Results.Challenge(authenticationSchemes: [IdentitySchemes.Session]);
    }

    private async Task<Page> PageAsync(HttpContext http, Session session, string? problem = null, int status = StatusCodes.Status200OK)
    {
        var account = session.Account;
        var list = await sessions.ListAsync(account.Tenant, account.Id, http.RequestAborted);
        var second = await authenticators.IsOnAsync(account, http.RequestAborted);
        var given = await consents.ListAsync(account, http.RequestAborted);
        return AccountPage.Of(session, list, given, second, PageTexts.For(http.Request), await forms.FieldAsync(http), problem, status);
    }
}
