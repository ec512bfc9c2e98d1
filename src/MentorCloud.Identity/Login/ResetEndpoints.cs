using MentorCloud.Identity.Pages;
using Microsoft.AspNetCore.Http;

namespace MentorCloud.Identity.Login;

/// <summary><c>/reset</c>: a link by mail for a forgotten password. The answer is the same whether there is an account or not.</summary>
internal sealed class ResetEndpoints(ResetLetters letters, LoginThrottle throttle, AntiForgery forms)
{
    public async Task<IResult> ShowAsync(HttpContext http)
    {
        var texts = PageTexts.For(http.Request);
        var words = AccountTexts.In(texts);
        var csrf = await forms.FieldAsync(http);
        return new Page(texts, words.ResetTitle, Markup.Of($"""
            <form method="post" action="/reset">
            {csrf}
            <label for="tenant">{texts.Company}</label>
            <input id="tenant" name="tenant" autocomplete="organization" autocapitalize="none" spellcheck="false" maxlength="63">
            <label for="email">{texts.Email}</label>
            <input id="email" name="email" type="email" autocomplete="username" maxlength="254" required>
            <button type="submit">{words.ResetSend}</button>
            </form>
            """));
    }

    public async Task<IResult> SendAsync(HttpContext http)
    {
        var texts = PageTexts.For(http.Request);
        if (await forms.ReadAsync(http) is not { } sent)
        {
            return LoginPage.Expired(texts, "/reset");
        }

        // Every request counts as a failure: nobody fills somebody's mailbox.
        var attempt = new LoginAttempt($"reset|{sent["tenant"]}/{sent["email"].ToLowerInvariant()}", RequestSource.Of(http), Device: null);
        if (throttle.Wait(attempt) == TimeSpan.Zero)
        {
            throttle.Failed(attempt);
            letters.Ask(sent["tenant"], sent["email"]);
        }

        return new Page(texts, AccountTexts.In(texts).ResetTitle, Markup.Of($"""<p role="status">{AccountTexts.In(texts).ResetSent}</p>"""));
    }
}
