using System.Globalization;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Identity.Pages;
using MentorCloud.Identity.Provider;

namespace MentorCloud.Identity.Consents;

/// <summary>What a person is asked before a program gets in, and what they find of it on their account's page.</summary>
internal static class ConsentPage
{
    public const string Allow = "allow";

    /// <param name="request">What the program wishes.</param>
    /// <param name="person">Who is asked.</param>
    /// <param name="again">Where the same wish can be made again.</param>
    /// <param name="texts">The language.</param>
    /// <param name="csrf">The form's proof.</param>
    public static Page Ask(AuthorizationRequest request, Account person, string again, PageTexts texts, Markup csrf)
    {
        var words = ConsentTexts.In(texts);
        return new Page(texts, words.Title, Markup.Of($"""
            <p><strong><bdi>{request.Client.Name}</bdi></strong> {words.Asks}</p>
            {List(request.Scope, words)}
            <p class="hint">{texts.LoggedInAs} <strong><bdi>{person.DisplayName}</bdi></strong>, <bdi>{person.Email}</bdi>.</p>
            <p class="hint">{words.Leads} <code dir="ltr">{RedirectUris.PolicySource(request.RedirectUri)}</code></p>
            <p class="hint">{(request.IsOfKnownProgram ? words.Kept : words.EachTime)}</p>
            <form method="post" action="{ConsentEndpoint.Path}">
            {csrf}
            <input type="hidden" name="return" value="{again}">
            <input type="hidden" name="account" value="{person.Id.ToString()}">
            <button type="submit" name="decision" value="{Allow}">{words.Allow}</button>
            <button type="submit" name="decision" value="deny" class="other">{words.Deny}</button>
            </form>
            """), FormTarget: RedirectUris.PolicySource(request.RedirectUri));
    }

    /// <summary>The part of the account's page: what was allowed, each with a way to take it back.</summary>
    public static Markup Given(IReadOnlyList<GivenConsent> given, PageTexts texts, Markup csrf)
    {
        var words = ConsentTexts.In(texts);
        return given.Count == 0
            ? Markup.Empty
            : Markup.Of($"""
                <h2>{words.Programs}</h2>
                <table><thead><tr><th scope="col">{words.Program}</th><th scope="col">{words.May}</th><th scope="col">{words.TakeBack}</th></tr></thead>
                <tbody>{Markup.Join(given.Select(one => Row(one, words, csrf)))}</tbody></table>
                """);
    }

    private static Markup Row(GivenConsent given, ConsentTexts words, Markup csrf) => Markup.Of($"""
        <tr><td><bdi>{given.Program}</bdi><br>{given.GivenAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}</td><td>{List(given.Scope, words)}</td>
        <td><form method="post" action="/account/programs/withdraw">{csrf}<input type="hidden" name="client" value="{given.ClientId}"><button type="submit" aria-label="{words.TakeBack}: {given.Program}">{words.TakeBack}</button></form></td></tr>
        """);

    private static Markup List(string scope, ConsentTexts words) =>
        Markup.Of($"<ul>{Markup.Join(scope.Split(' ').Select(word => Markup.Of($"<li>{words.Of(word)}</li>")))}</ul>");
}
