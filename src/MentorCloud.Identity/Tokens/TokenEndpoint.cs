using Microsoft.AspNetCore.Http;

namespace MentorCloud.Identity.Tokens;

/// <summary><c>POST /connect/token</c>.</summary>
internal sealed class TokenEndpoint(ClientAuthentication clients, IEnumerable<IGrant> grants)
{
    private readonly Dictionary<string, IGrant> _grants = grants.ToDictionary(grant => grant.Type, StringComparer.Ordinal);

    public async Task<IResult> AnswerAsync(HttpContext http)
    {
        var (form, unreadable) = await OAuthForm.ReadAsync(http.Request);
        if (form is null)
        {
            return unreadable!;
        }

        if (form["grant_type"] is not { } type)
        {
            return OAuthRefusal.InvalidRequest("The parameter grant_type is missing.");
        }

        if (!_grants.TryGetValue(type, out var grant))
        {
            return new OAuthRefusal("unsupported_grant_type", "This grant type is not offered; the discovery document lists those that are.");
        }

        var (client, unproved) = await clients.AuthenticateAsync(http.Request, form, http.RequestAborted);
        return client is null ? unproved! : await grant.AnswerAsync(client, form, http.RequestAborted);
    }
}
