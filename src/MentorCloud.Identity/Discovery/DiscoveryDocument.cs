using MentorCloud.Domain.Access;
using MentorCloud.Identity.Keys;
using MentorCloud.Identity.Tokens;
using Microsoft.Extensions.Options;

namespace MentorCloud.Identity.Discovery;

/// <summary>What clients read first: where the endpoints are, what they offer (RFC 8414), and by which keys tokens are checked (RFC 7517).</summary>
internal sealed class DiscoveryDocument(SigningKeys keys, IEnumerable<IGrant> grants, IOptions<IdentityOptions> options)
{
    public IReadOnlyDictionary<string, object> Metadata()
    {
        var issuer = options.Value.IssuerText;
        return new Dictionary<string, object>
        {
            ["issuer"] = issuer,
            ["token_endpoint"] = $"{issuer}/connect/token",
            ["jwks_uri"] = $"{issuer}/.well-known/jwks.json",
            ["grant_types_supported"] = grants.Select(grant => grant.Type).ToArray(),
            ["token_endpoint_auth_methods_supported"] = new[] { "client_secret_basic", "client_secret_post" },
            ["response_types_supported"] = Array.Empty<string>(),
            ["scopes_supported"] = ScopeNames.Known,
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
