using System.Globalization;
using MentorCloud.Identity.Pages;
using MentorCloud.Identity.Store;
using Microsoft.AspNetCore.Http;

namespace MentorCloud.Identity.Passkeys;

/// <summary>The two pages that run a script.</summary>
internal static class PasskeyPages
{
    public static Page Login(PageTexts texts, Markup csrf, string options, string destination, string? problem, string? formTarget)
    {
        var words = AccountTexts.In(texts);
        return new Page(texts, words.PasskeyLogin, Markup.Of($"""
            {Failure(texts, problem)}
            <p>{words.PasskeysHint}</p>
            <form method="post" action="/login/passkey" data-passkey="get" data-options="{options}">
            {csrf}
            <input type="hidden" name="return" value="{destination}">
            <input type="hidden" name="credential" value="">
            <button type="submit">{words.PasskeyLogin}</button>
            </form>
            <p><a href="/login">{texts.Login}</a></p>
            """), problem is null ? StatusCodes.Status200OK : StatusCodes.Status401Unauthorized, formTarget) { Script = PasskeyScript.Path };
    }

    public static Page Own(PageTexts texts, Markup csrf, string options, IReadOnlyList<PasskeyRecord> passkeys, string? problem)
    {
        var words = AccountTexts.In(texts);
        return new Page(texts, words.Passkeys, Markup.Of($"""
            {Failure(texts, problem)}
            <p>{words.PasskeysHint}</p>
            {Markup.Join(passkeys.Select((passkey, index) => Row(texts, csrf, passkey, index)))}
            <h2>{words.PasskeyAdd}</h2>
            <form method="post" action="/account/passkeys" data-passkey="create" data-options="{options}">
            {csrf}
            <input type="hidden" name="credential" value="">
            <label for="name">{words.PasskeyName}</label>
            <input id="name" name="name" maxlength="60" required>
            <label for="password">{texts.Password}</label>
            <input id="password" name="password" type="password" autocomplete="current-password" required>
            <button type="submit">{words.PasskeyAdd}</button>
            </form>
            <p><a href="/account">{texts.Account}</a></p>
            <form method="post" action="/logout">{csrf}<button type="submit" class="other">{texts.Logout}</button></form>
            """), problem is null ? StatusCodes.Status200OK : StatusCodes.Status401Unauthorized) { Script = PasskeyScript.Path };
    }

    private static Markup Row(PageTexts texts, Markup csrf, PasskeyRecord passkey, int index)
    {
        var since = passkey.CreatedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Markup.Of($"""
            <form method="post" action="/account/passkeys/remove">
            {csrf}
            <input type="hidden" name="passkey" value="{passkey.CredentialId}">
            <h2>{passkey.Name} ({since})</h2>
            <label for="password-{index}">{texts.Password}</label>
            <input id="password-{index}" name="password" type="password" autocomplete="current-password" required>
            <button type="submit">{AccountTexts.In(texts).PasskeyRemove}</button>
            </form>
            """);
    }

    /// <summary>The server's problem, and the place where the script says that the browser found none.</summary>
    private static Markup Failure(PageTexts texts, string? problem) => Markup.Of($"""
        {Page.Alert(texts, problem)}
        <div class="alert" id="passkey-failed" role="alert" tabindex="-1" hidden><strong>{texts.Error}.</strong> {AccountTexts.In(texts).PasskeyFailed}</div>
        """);
}
