using MentorCloud.Identity.Login;
using MentorCloud.Identity.Pages;
using MentorCloud.Identity.Provider;
using MentorCloud.Identity.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace MentorCloud.Identity.Mfa;

/// <summary><c>POST /login/second</c>: the code after the password.</summary>
internal sealed class SecondStepEndpoint(
    PendingLogin pending, Authenticators authenticators, LoginThrottle throttle, DeviceCookie devices, LoginCompletion completion,
    AuthorizeEndpoint programs, AntiForgery forms, IOptions<IdentityOptions> options)
{
    public async Task<IResult> CheckAsync(HttpContext http)
    {
        var texts = PageTexts.For(http.Request);
        if (await forms.ReadAsync(http) is not { } sent || await pending.ReadAsync(http) is not { } account)
        {
            return LoginPage.Expired(texts, "/login");
        }

        var destination = LocalPath.Or(sent["return"], options.Value.HomePath);
        var key = "second|" + DeviceCookie.Key(account);
        var attempt = new LoginAttempt(key, RequestSource.Of(http), await devices.ReadAsync(http, DeviceCookie.Key(account)));
        if (throttle.Wait(attempt) is var wait && wait > TimeSpan.Zero)
        {
            return await TooEarlyAsync(http, texts, destination, wait, texts.Wait(wait));
        }

        throttle.Failed(attempt);
        var check = await authenticators.CheckAsync(account, sent["code"], http.RequestAborted);
        if (!check.IsRight)
        {
            return check.Wait > TimeSpan.Zero
                ? await TooEarlyAsync(http, texts, destination, check.Wait, AccountTexts.In(texts).CodesSpent)
                : await FormAsync(http, texts, destination, AccountTexts.In(texts).CodeWrong, StatusCodes.Status401Unauthorized);
        }

        throttle.Succeeded(attempt);
        pending.Clear(http);
        await completion.StartAsync(http, account, "pwd otp mfa");
        return Results.LocalRedirect(destination);
    }

    private Task<IResult> TooEarlyAsync(HttpContext http, PageTexts texts, string destination, TimeSpan wait, string problem)
    {
        RetryAfter.Set(http.Response, wait);
        return FormAsync(http, texts, destination, problem, StatusCodes.Status429TooManyRequests);
    }

    public async Task<IResult> FormAsync(HttpContext http, PageTexts texts, string destination, string? problem, int status = StatusCodes.Status200OK)
    {
        var words = AccountTexts.In(texts);
        var csrf = await forms.FieldAsync(http);
        return new Page(texts, words.SecondStep, Markup.Of($"""
            {Page.Alert(texts, problem)}
            <form method="post" action="/login/second">
            {csrf}
            <input type="hidden" name="return" value="{destination}">
            <label for="code">{words.Code}</label>
            <p class="hint" id="code-hint">{words.CodeHint}</p>
            <input id="code" name="code" autocomplete="one-time-code" autocapitalize="characters" spellcheck="false" required aria-describedby="code-hint">
            <button type="submit">{texts.Login}</button>
            </form>
            """), status, await programs.TargetAsync(destination, http.RequestAborted));
    }
}
