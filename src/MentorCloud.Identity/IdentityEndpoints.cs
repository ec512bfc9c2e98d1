using MentorCloud.Identity.Consents;
using MentorCloud.Identity.Discovery;
using MentorCloud.Identity.Federation;
using MentorCloud.Identity.Login;
using MentorCloud.Identity.Mfa;
using MentorCloud.Identity.Pages;
using MentorCloud.Identity.Passkeys;
using MentorCloud.Identity.Provider;
using MentorCloud.Identity.Scim.Http;
using MentorCloud.Identity.Sessions;
using MentorCloud.Identity.Tokens;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MentorCloud.Identity;

/// <summary>The addresses of login and tokens.</summary>
public static class IdentityEndpoints
{
    /// <summary>
    /// Maps <c>/connect/*</c>, <c>/.well-known/*</c>, <c>/login</c>, <c>/logout</c>, <c>/account</c>, <c>/reset</c>, <c>/invitation</c> and <c>/scim/v2</c>.
    /// The server calls <c>UseAuthentication</c> before.
    /// </summary>
    /// <param name="endpoints">Where they are mapped.</param>
    /// <returns>The same.</returns>
    public static IEndpointRouteBuilder MapMentorCloudIdentity(this IEndpointRouteBuilder endpoints)
    {
        MapTokens(endpoints);
        MapProvider(endpoints);
        MapPages(endpoints);
        endpoints.MapScim();
        return endpoints;
    }

    private static void MapTokens(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/connect/token", (HttpContext http, TokenEndpoint endpoint) => endpoint.AnswerAsync(http));
        foreach (var path in (string[])["/.well-known/openid-configuration", "/.well-known/oauth-authorization-server"])
        {
            endpoints.MapGet(path, (HttpContext http, DiscoveryDocument document) => Public(http, document.Metadata()));
        }

        endpoints.MapGet("/.well-known/jwks.json", async (HttpContext http, DiscoveryDocument document) =>
            Public(http, await document.KeySetAsync(http.RequestAborted)));
    }

    private static void MapProvider(IEndpointRouteBuilder endpoints)
    {
        string[] either = ["GET", "POST"];
        endpoints.MapMethods(AuthorizeEndpoint.Path, either, (HttpContext http, AuthorizeEndpoint endpoint) => endpoint.AnswerAsync(http));
        endpoints.MapPost(ConsentEndpoint.Path, (HttpContext http, ConsentEndpoint endpoint) => endpoint.AnswerAsync(http));
        endpoints.MapMethods("/connect/userinfo", either, (HttpContext http, UserInfoEndpoint endpoint) => endpoint.AnswerAsync(http));
        endpoints.MapMethods("/connect/endsession", either, (HttpContext http, EndSessionEndpoint endpoint) => endpoint.AnswerAsync(http));
        endpoints.MapPost("/connect/par", (HttpContext http, PushedRequestEndpoint endpoint) => endpoint.AnswerAsync(http));
        endpoints.MapPost("/connect/revocation", (HttpContext http, RevocationEndpoint endpoint) => endpoint.AnswerAsync(http));
        endpoints.MapPost("/connect/introspection", (HttpContext http, IntrospectionEndpoint endpoint) => endpoint.AnswerAsync(http));
    }

    private static void MapPages(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Page.StylePath, (HttpContext http) => Style.Answer(http.Response));
        endpoints.MapGet("/login", (HttpContext http, LoginEndpoints login) => login.ShowAsync(http));
        endpoints.MapPost("/login", (HttpContext http, LoginEndpoints login) => login.LogInAsync(http));
        endpoints.MapGet("/logout", (HttpContext http, LogoutEndpoints logout) => logout.ShowAsync(http));
        endpoints.MapPost("/logout", (HttpContext http, LogoutEndpoints logout) => logout.LogOutAsync(http));
        endpoints.MapPost("/login/provider", (HttpContext http, FederationEndpoints federation) => federation.StartAsync(http));
        endpoints.MapGet("/login/provider/{tenant}", (HttpContext http, string tenant, FederationEndpoints federation) => federation.AnswerAsync(http, tenant));
        endpoints.MapPost("/login/provider/{tenant}/logout", (HttpContext http, string tenant, BackChannelLogout logout) => logout.AnswerAsync(http, tenant));
        endpoints.MapGet(LanguageEndpoint.Path, (HttpContext http, LanguageEndpoint language) => language.Choose(http));
        endpoints.MapGet(PasskeyScript.Path, (HttpContext http) => PasskeyScript.Answer(http.Response));
        endpoints.MapGet("/login/passkey", (HttpContext http, PasskeyEndpoints passkeys) => passkeys.ShowLoginAsync(http));
        endpoints.MapPost("/login/passkey", (HttpContext http, PasskeyEndpoints passkeys) => passkeys.LogInAsync(http));
        endpoints.MapGet("/account/passkeys", (HttpContext http, PasskeyEndpoints passkeys) => passkeys.ShowOwnAsync(http));
        endpoints.MapPost("/account/passkeys", (HttpContext http, PasskeyEndpoints passkeys) => passkeys.AddAsync(http));
        endpoints.MapPost("/account/passkeys/remove", (HttpContext http, PasskeyEndpoints passkeys) => passkeys.RemoveAsync(http));
        endpoints.MapPost("/account/sessions/others", (HttpContext http, AccountEndpoints account) => account.EndOthersAsync(http));
        endpoints.MapPost("/login/enrol", (HttpContext http, EnrolmentEndpoint enrolment) => enrolment.ConfirmAsync(http));
        endpoints.MapPost("/login/second", (HttpContext http, SecondStepEndpoint second) => second.CheckAsync(http));
        endpoints.MapGet("/account", (HttpContext http, AccountEndpoints account) => account.ShowAsync(http));
        endpoints.MapPost("/account/sessions/end", (HttpContext http, AccountEndpoints account) => account.EndSessionAsync(http));
        endpoints.MapPost("/account/programs/withdraw", (HttpContext http, AccountEndpoints account) => account.WithdrawConsentAsync(http));
        endpoints.MapPost("/account/password", (HttpContext http, AccountEndpoints account) => account.ChangePasswordAsync(http));
        endpoints.MapPost("/account/second", (HttpContext http, AccountEndpoints account) => account.BeginSecondAsync(http));
        endpoints.MapPost("/account/second/confirm", (HttpContext http, AccountEndpoints account) => account.ConfirmSecondAsync(http));
        endpoints.MapPost("/account/second/remove", (HttpContext http, AccountEndpoints account) => account.RemoveSecondAsync(http));
        endpoints.MapGet("/reset", (HttpContext http, ResetEndpoints reset) => reset.ShowAsync(http));
        endpoints.MapPost("/reset", (HttpContext http, ResetEndpoints reset) => reset.SendAsync(http));
        endpoints.MapGet("/invitation", (HttpContext http, InvitationEndpoints invitation) => invitation.ShowAsync(http));
        endpoints.MapPost("/invitation", (HttpContext http, InvitationEndpoints invitation) => invitation.AcceptAsync(http));
    }

    private static IResult Public(HttpContext http, object document)
    {
        http.Response.Headers.CacheControl = "public, max-age=300";
        return Results.Json(document);
    }
}
