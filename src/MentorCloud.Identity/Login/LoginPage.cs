using MentorCloud.Identity.Federation;
using MentorCloud.Identity.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace MentorCloud.Identity.Login;

/// <summary>The login form.</summary>
internal static class LoginPage
{
    public static Page Form(LoginForm form, PageTexts texts, Markup csrf)
    {
        var problem = form.Wait > TimeSpan.Zero ? texts.Wait(form.Wait) : form.Problem;
        return new Page(texts, texts.Login, Markup.Of($"""
            {Page.Alert(texts, problem)}
            <form method="post" action="/login">
            {csrf}
            <input type="hidden" name="return" value="{form.Return}">
            <label for="tenant">{texts.Company}</label>
            <p class="hint" id="tenant-hint">{texts.CompanyHint}</p>
            <input id="tenant" name="tenant" value="{form.Tenant}" autocomplete="organization" autocapitalize="none" spellcheck="false" maxlength="63" aria-describedby="tenant-hint">
            <label for="email">{texts.Email}</label>
            <input id="email" name="email" type="email" value="{form.Email}" autocomplete="username" maxlength="254" required>
            <label for="password">{texts.Password}</label>
            <input id="password" name="password" type="password" autocomplete="current-password" required>
            <button type="submit">{texts.Login}</button>
            <button type="submit" class="other" formaction="/login/provider" formnovalidate>{FederationTexts.In(texts).Button}</button>
            </form>
            <p><a href="{PasskeyAddress(form.Return)}">{AccountTexts.In(texts).PasskeyLogin}</a></p>
            <p><a href="/reset">{AccountTexts.In(texts).Forgot}</a></p>
            """), form.Status, form.FormTarget);
    }

    private static string PasskeyAddress(string destination) => QueryHelpers.AddQueryString("/login/passkey", "return", destination);

    public static Page AskLogout(PageTexts texts, Markup csrf) => new(texts, texts.Logout, Markup.Of($"""
        <p>{texts.LogoutAsk}</p>
        {LogoutForm(texts, csrf)}
        """));

    /// <summary>Says so; <c>elsewhere</c> is where to log out at the company's own provider, null when the login was not there.</summary>
    public static Page LoggedOut(PageTexts texts, string? elsewhere = null) => new(texts, texts.Logout, Markup.Of($"""
        <p role="status">{texts.LoggedOut}</p>
        {(elsewhere is null ? Markup.Empty : Markup.Of($"""<p><a href="{elsewhere}">{FederationTexts.In(texts).LogoutThere}</a></p>"""))}
        <p><a href="/login">{texts.Login}</a></p>
        """));

    public static Page Expired(PageTexts texts, string back) => new(texts, texts.Error, Markup.Of($"""
        <p role="alert">{texts.FormExpired}</p>
        <p><a href="{back}">{texts.Login}</a></p>
        """), StatusCodes.Status400BadRequest);

    private static Markup LogoutForm(PageTexts texts, Markup csrf) => Markup.Of($"""
        <form method="post" action="/logout">{csrf}<button type="submit">{texts.Logout}</button></form>
        """);
}
