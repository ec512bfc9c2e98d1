using MentorCloud.Domain.Access;
using MentorCloud.Identity.Keys;
using MentorCloud.Identity.Provider;
using MentorCloud.Identity.Tokens;
using Microsoft.Extensions.Options;

namespace MentorCloud.Identity.Discovery;

/// <summary>What clients read first: where the endpoints are, what they offer (RFC 8414), and by which keys tokens are checked (RFC 7517).</summary>
internal sealed class DiscoveryDocument(SigningKeys keys, IEnumerable<IGrant> grants, IOptions<IdentityOptions> options)
{
    private static readonly string[] AuthMethods = ["client_secret_basic", "client_secret_post", "private_key_jwt"];

    public IReadOnlyDictionary<string, object> Metadata()
    {
        var issuer = options.Value.IssuerText;
        return new Dictionary<string, object>
        {
            ["issuer"] = issuer,
            ["authorization_endpoint"] = $"{issuer}{AuthorizeEndpoint.Path}",
            ["token_endpoint"] = $"{issuer}/connect/token",
            ["userinfo_endpoint"] = $"{issuer}/connect/userinfo",
            ["end_session_endpoint"] = $"{issuer}/connect/endsession",
            ["revocation_endpoint"] = $"{issuer}/connect/revocation",
            ["introspection_endpoint"] = $"{issuer}/connect/introspection",
            ["pushed_authorization_request_endpoint"] = $"{issuer}/connect/par",
            ["jwks_uri"] = $"{issuer}/.well-known/jwks.json",
            ["grant_types_supported"] = grants.Select(grant => grant.Type).ToArray(),
            ["response_types_supported"] = new[] { "code" },
            ["response_modes_supported"] = new[] { "query" },
            ["scopes_supported"] = UserScopes.All.Concat(ScopeNames.Known).ToArray(),
            ["subject_types_supported"] = new[] { "public" },
            ["id_token_signing_alg_values_supported"] = new[] { SigningKey.Algorithm },
            ["code_challenge_methods_supported"] = new[] { "S256" },
            ["prompt_values_supported"] = new[] { "none", "login", "consent" },
            ["claims_supported"] = new[] { "sub", "tenant", "name", "roles", "email", "auth_time", "amr", "sid", "nonce" },
            ["token_endpoint_auth_methods_supported"] = AuthMethods.Append("none").ToArray(),
            ["revocation_endpoint_auth_methods_supported"] = AuthMethods.Append("none").ToArray(),
            ["introspection_endpoint_auth_methods_supported"] = AuthMethods,
            ["token_endpoint_auth_signing_alg_values_supported"] = new[] { "ES256", "RS256", "PS256" },
            ["authorization_response_iss_parameter_supported"] = true,
            ["request_parameter_supported"] = false,
            ["request_uri_parameter_supported"] = false,
        };
    }

    public async Task<IReadOnlyDictionary<string, object>> KeySetAsync(CancellationToken cancellationToken)
    {
        var published = await keys.PublishedAsync(cancellationToken);
        return new Dictionary<string, object>
        {
            ["keys"] = published.Select(key => new Dictionary<string, string>
            {
                ["kty"] = "EC",
                ["crv"] = "P-256",
                ["use"] = "sig",
                ["alg"] = SigningKey.Algorithm,
                ["kid"] = key.Record.Kid,
                ["x"] = key.Record.X,
                ["y"] = key.Record.Y,
            }).ToArray(),
        };
    }
}
