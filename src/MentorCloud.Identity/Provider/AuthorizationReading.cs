using MentorCloud.Identity.Clients;
using MentorCloud.Identity.Store;
using MentorCloud.Identity.Tokens;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace MentorCloud.Identity.Provider;

/// <summary>
/// Reads a program's wish. What is wrong with the program or its address is told to the person and never redirected;
/// everything else is told to the program (RFC 6749, section 4.1.2.1).
/// </summary>
internal sealed class AuthorizationReading(ClientLookup clients, IOptions<IdentityOptions> options)
{
    private const int MostText = 1024;

    /// <summary>The longest address there can be: 64 signs, the at, 255 signs (RFC 5321, section 4.5.3.1).</summary>
    private const int MostHint = 320;
    private static readonly string[] Parameters =
    [
        "client_id", "redirect_uri", "response_type", "response_mode", "scope", "state", "nonce", "code_challenge", "code_challenge_method", "prompt", "max_age",
    ];

    /// <summary>The wish, or what to answer instead.</summary>
    public async Task<(AuthorizationRequest? Request, IResult? Refusal)> ReadAsync(OAuthForm form, CancellationToken cancellationToken)
    {
        var client = await clients.FindAsync(form["client_id"], cancellationToken);
        if (client is null || client.RedirectUris.Length == 0)
        {
            return (null, OAuthRefusal.InvalidRequest("The client is unknown, revoked, or does not log people in."));
        }

        if (form["redirect_uri"] is not { } redirect || !RedirectUris.Matches(client.RedirectUris, redirect))
        {
            return (null, OAuthRefusal.InvalidRequest("The redirect_uri is missing or not registered for the client."));
        }

        return Fault(form) is { } fault
            ? (null, new AuthorizationAnswer(redirect, Short(form["state"]), options.Value.IssuerText, ("error", fault.Error), ("error_description", fault.Description)))
            : (Request(client, redirect, form), null);
    }

    /// <summary>Who the program thinks logs in; null when it does not say, or says more than an address can be.</summary>
    public static string? LoginHint(OAuthForm form) => form["login_hint"] is { Length: <= MostHint } hint ? hint : null;

    /// <summary>What of a wish without fault is read, each of bounded length; nothing else need be kept.</summary>
    public static Dictionary<string, string> Known(OAuthForm form)
    {
        var known = form.All.Where(pair => Parameters.Contains(pair.Key)).ToDictionary(StringComparer.Ordinal);
        known["scope"] = UserScopes.Read(form["scope"])!;
        if (LoginHint(form) is { } hint)
        {
            known["login_hint"] = hint;
        }

        return known;
    }

    private static AuthorizationRequest Request(ClientRecord client, string redirect, OAuthForm form) => new(
        client, redirect, form["state"], UserScopes.Read(form["scope"])!, form["nonce"], form["code_challenge"]!, form["prompt"],
        form["max_age"] is { } age ? TimeSpan.FromSeconds(int.Parse(age, System.Globalization.CultureInfo.InvariantCulture)) : null);

    private static OAuthRefusal? Fault(OAuthForm form) =>
        FaultOfKind(form) ?? FaultOfProof(form) ?? FaultOfWishes(form);

    private static OAuthRefusal? FaultOfKind(OAuthForm form)
    {
        if (form["request"] is not null)
        {
            return new OAuthRefusal("request_not_supported", "Push the request instead (RFC 9126).");
        }

        if (form["response_type"] != "code")
        {
            return form["response_type"] is null
                ? OAuthRefusal.InvalidRequest("The parameter response_type is missing.")
                : new OAuthRefusal("unsupported_response_type", "Only the response type code is offered.");
        }

        return form["response_mode"] is null or "query" ? null : OAuthRefusal.InvalidRequest("Only the response mode query is offered.");
    }

    private static OAuthRefusal? FaultOfProof(OAuthForm form)
    {
        if (form["code_challenge"] is not { Length: 43 } challenge || challenge.Any(sign => !char.IsAsciiLetterOrDigit(sign) && sign is not ('-' or '_')))
        {
            return OAuthRefusal.InvalidRequest("A code_challenge is required (PKCE, RFC 7636).");
        }

        return form["code_challenge_method"] == "S256" ? null : OAuthRefusal.InvalidRequest("The code_challenge_method must be S256.");
    }

    private static OAuthRefusal? FaultOfWishes(OAuthForm form)
    {
        if (UserScopes.Read(form["scope"]) is null)
        {
            return new OAuthRefusal("invalid_scope", "The discovery document lists the scopes that are offered.");
        }

        if (form["prompt"] is not (null or "none" or "login" or "consent" or "select_account"))
        {
            return OAuthRefusal.InvalidRequest("The prompt is not one that is offered.");
        }

        if (form["max_age"] is { } age && (age.Length > 8 || !age.All(char.IsAsciiDigit)))
        {
            return OAuthRefusal.InvalidRequest("The max_age is not a number of seconds.");
        }

        return Short(form["state"]) == form["state"] && Short(form["nonce"]) == form["nonce"]
            ? null
            : OAuthRefusal.InvalidRequest("State or nonce is too long or holds control characters.");
    }

    /// <summary>The text when it can be given back safely; null otherwise.</summary>
    private static string? Short(string? text) => text is { Length: <= MostText } && !text.Any(char.IsControl) ? text : null;
}
