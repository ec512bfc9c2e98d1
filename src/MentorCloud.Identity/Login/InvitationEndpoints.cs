using MentorCloud.Identity.Accounts;
using MentorCloud.Identity.Pages;
using Microsoft.AspNetCore.Http;

namespace MentorCloud.Identity.Login;

/// <summary><c>/invitation</c>: choose a password with a token that works once.</summary>
internal sealed class InvitationEndpoints(OneTimeTokens tokens, AntiForgery forms)
{
    public async Task<IResult> ShowAsync(HttpContext http)
    {
        var texts = PageTexts.For(http.Request);
        var token = http.Request.Query["token"].ToString();
        return await tokens.PeekAsync(token, http.RequestAborted) is null
            ? Refused(texts)
            : await FormAsync(http, texts, token, problem: null);
    }

    public async Task<IResult> AcceptAsync(HttpContext http)
    {
        var texts = PageTexts.For(http.Request);
        if (await forms.ReadAsync(http) is not { } sent)
        {
            return LoginPage.Expired(texts, "/login");
        }

        var accepted = await tokens.AcceptAsync(sent["token"], sent["password"], http.RequestAborted);
        if (!accepted.IsRefused)
        {
            return new Page(texts, texts.ChoosePassword, Markup.Of($"""
                <p role="status">{texts.PasswordSaved}</p>
                <p><a href="/login?email={Uri.EscapeDataString(accepted.Value.Email)}">{texts.Login}</a></p>
                """));
        }

        return accepted.Refusal.Field == "password" ? await FormAsync(http, texts, sent["token"], AccountTexts.In(texts).PasswordRefused) : Refused(texts);
    }

    private async Task<Page> FormAsync(HttpContext http, PageTexts texts, string token, string? problem)
    {
        var csrf = await forms.FieldAsync(http);
        return new Page(texts, texts.ChoosePassword, Markup.Of($"""
            {Page.Alert(texts, problem)}
            <form method="post" action="/invitation">
            {csrf}
            <input type="hidden" name="token" value="{token}">
            <label for="password">{texts.Password}</label>
            <p class="hint" id="password-hint">{texts.ChoosePasswordHint}</p>
            <input id="password" name="password" type="password" autocomplete="new-password" minlength="12" required aria-describedby="password-hint">
            <button type="submit">{texts.Save}</button>
            </form>
            """), problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static Page Refused(PageTexts texts) =>
        new(texts, texts.Error, Markup.Of($"""<p role="alert">{texts.LinkInvalid}</p>"""), StatusCodes.Status404NotFound);
}
