using System.Globalization;
using MentorCloud.Identity.Consents;
using MentorCloud.Identity.Pages;
using MentorCloud.Identity.Store;

namespace MentorCloud.Identity.Sessions;

/// <summary>The page about one's own account.</summary>
internal static class AccountPage
{
    public static Page Of(
        Session current, IReadOnlyList<SessionRecord> sessions, IReadOnlyList<GivenConsent> given, bool secondFactor, PageTexts texts, Markup csrf,
        string? problem, int status = 200)
    {
        var words = AccountTexts.In(texts);
        return new Page(texts, texts.Account, Markup.Of($"""
            {Page.Alert(texts, problem)}
            <p>{texts.LoggedInAs} <strong>{current.Account.DisplayName}</strong>.</p>
            <form method="post" action="/logout">{csrf}<button type="submit">{texts.Logout}</button></form>
            <h2>{texts.Password}</h2>
            <form method="post" action="/account/password">
            {csrf}
            <label for="current">{words.PasswordNow}</label>
            <input id="current" name="password" type="password" autocomplete="current-password" required>
            <label for="new">{words.PasswordNew}</label>
            <p class="hint" id="new-hint">{texts.ChoosePasswordHint}</p>
            <input id="new" name="new" type="password" autocomplete="new-password" required aria-describedby="new-hint">
            <button type="submit">{texts.Save}</button>
            </form>
            <h2>{words.SecondFactor}</h2>
            {(secondFactor ? TurnOff(texts, words, csrf) : TurnOn(texts, words, csrf))}
            <p><a href="/account/passkeys">{words.Passkeys}</a></p>
            <h2>{words.Sessions}</h2>
            <form method="post" action="/account/sessions/others">{csrf}<button type="submit" class="other">{words.EndOthers}</button></form>
            <table><thead><tr><th scope="col">{words.Started}</th><th scope="col">{words.Browser}</th><th scope="col">{words.End}</th></tr></thead>
            <tbody>{Markup.Join(sessions.Select(session => Row(session, current.Id, words, csrf)))}</tbody></table>
            {ConsentPage.Given(given, texts, csrf)}
            """), status);
    }

    public static Page Secret(
        byte[] secret, string email, PageTexts texts, Markup csrf, string action = "/account/second/confirm", string? problem = null, string? destination = null)
    {
        var words = AccountTexts.In(texts);
        var key = Mfa.Base32.Encode(secret);
        var link = $"otpauth://totp/MentorCloud:{Uri.EscapeDataString(email)}?secret={key}&issuer=MentorCloud";
        return new Page(texts, words.TurnOn, Markup.Of($"""
            {Page.Alert(texts, problem)}
            {(destination is null ? Markup.Empty : Markup.Of($"<p>{words.SecondRequired}</p>"))}
            <p>{words.SecretHint}</p>
            <p><code id="secret">{key}</code></p>
            <p><a href="{link}">{words.OpenApp}</a></p>
            <form method="post" action="{action}">
            {csrf}
            <input type="hidden" name="return" value="{destination}">
            <label for="code">{words.Code}</label>
            <input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" required>
            <button type="submit">{texts.Save}</button>
            </form>
            """));
    }

    public static Page RecoveryCodes(IReadOnlyList<string> codes, PageTexts texts, string destination = "/account")
    {
        var words = AccountTexts.In(texts);
        var items = Markup.Join(codes.Select(code => Markup.Of($"<li><code>{code}</code></li>")));
        return new Page(texts, words.RecoveryTitle, Markup.Of($"""
            <p>{words.RecoveryHint}</p>
            <ul>{items}</ul>
            <p><a href="{destination}">{words.Continue}</a></p>
            """));
    }

    private static Markup TurnOn(PageTexts texts, AccountTexts words, Markup csrf) => Markup.Of($"""
        <p>{words.SecondOff}</p>
        <form method="post" action="/account/second">
        {csrf}
        <label for="password">{texts.Password}</label>
        <input id="password" name="password" type="password" autocomplete="current-password" required>
        <button type="submit">{words.TurnOn}</button>
        </form>
        """);

    private static Markup TurnOff(PageTexts texts, AccountTexts words, Markup csrf) => Markup.Of($"""
        <p>{words.SecondOn}</p>
        <form method="post" action="/account/second/remove">
        {csrf}
        <label for="password">{texts.Password}</label>
        <input id="password" name="password" type="password" autocomplete="current-password" required>
        <label for="code">{words.Code}</label>
        <input id="code" name="code" autocomplete="one-time-code" required>
        <button type="submit">{words.TurnOff}</button>
        </form>
        """);

    private static Markup Row(SessionRecord session, string current, AccountTexts words, Markup csrf)
    {
        var since = session.CreatedAt.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
        var end = session.Id == current
            ? Markup.Of($"{words.ThisSession}")
            : Markup.Of($"""<form method="post" action="/account/sessions/end">{csrf}<input type="hidden" name="session" value="{session.Id}"><button type="submit">{words.End}</button></form>""");
        return Markup.Of($"<tr><td>{since}</td><td>{session.Agent}</td><td>{end}</td></tr>");
    }
}
