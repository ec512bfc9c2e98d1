using MentorCloud.Identity.Access;
using MentorCloud.Identity.Clients;
using MentorCloud.Identity.Login;
using MentorCloud.Identity.Pages;
using MentorCloud.Identity.Sessions;
using MentorCloud.Identity.Tokens;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;

namespace MentorCloud.Identity.Provider;

/// <summary>
/// <c>GET|POST /connect/endsession</c> (OpenID Connect RP-Initiated Logout 1.0). Only a program that shows an id token of
/// the very person may log them out without asking; everybody else gets the page that asks.
/// </summary>
internal sealed class EndSessionEndpoint(IdTokens idTokens, ClientLookup clients, CurrentSession current, SessionEnding ending, AntiForgery forms)
{
    public async Task<IResult> AnswerAsync(HttpContext http)
    {
        var (form, unreadable) = HttpMethods.IsGet(http.Request.Method) ? OAuthForm.From(http.Request.Query) : await OAuthForm.ReadAsync(http.Request);
        if (form is null)
        {
            return unreadable!;
        }

        var texts = PageTexts.For(http.Request);
        var hint = form["id_token_hint"] is { } token ? await idTokens.RecognizeAsync(token, http.RequestAborted) : null;
        if (hint is null || (form["client_id"] is { } named && !hint.Audiences.Contains(named)))
        {
            return LoginPage.AskLogout(texts, await forms.FieldAsync(http));
        }

        var session = await current.FindAsync(http);
        if (session is not null && !IsOf(hint, session))
        {
            return LoginPage.AskLogout(texts, await forms.FieldAsync(http));
        }

        await ending.LeaveAsync(http, session);
        return await BackAsync(form, hint, http.RequestAborted) is { } back
            ? back
            : LoginPage.LoggedOut(texts, await ending.ElsewhereAsync(session, http.RequestAborted));
    }

    private static bool IsOf(JsonWebToken hint, Session session) =>
        hint.Subject == session.Account.Id.ToString()
        && hint.TryGetPayloadValue<string>(ClaimNames.Tenant, out var tenant) && tenant == session.Account.Tenant.ToString();

    private async Task<IResult?> BackAsync(OAuthForm form, JsonWebToken hint, CancellationToken cancellationToken)
    {
        var client = await clients.FindAsync(hint.Audiences.First(), cancellationToken);
        if (client is null || form["post_logout_redirect_uri"] is not { } uri || !client.PostLogoutUris.Split('\n').Contains(uri))
        {
            return null;
        }

        return Results.Redirect(form["state"] is { } state ? QueryHelpers.AddQueryString(uri, "state", state) : uri);
    }
}
