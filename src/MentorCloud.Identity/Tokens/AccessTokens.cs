using MentorCloud.Contracts.Accounts;
using MentorCloud.Domain.Access;
using MentorCloud.Identity.Access;
using MentorCloud.Identity.Keys;
using MentorCloud.Identity.Store;
using MentorCloud.Identity.Text;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MentorCloud.Identity.Tokens;

/// <summary>Makes access tokens in the JWT profile of RFC 9068.</summary>
internal sealed class AccessTokens(SigningKeys keys, IOptions<IdentityOptions> options, TimeProvider time)
{
    public const string Type = "at+jwt";
    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <summary>Seconds until a token made now ends.</summary>
    public int LifetimeSeconds => (int)options.Value.AccessTokenLifetime.TotalSeconds;

    public Task<string> ForClientAsync(MachineClient client, Scope scopes, CancellationToken cancellationToken) =>
        SignAsync(
            new Dictionary<string, object>
            {
                [ClaimNames.Subject] = client.ClientId,
                [ClaimNames.ClientId] = client.ClientId,
                [ClaimNames.Tenant] = client.Tenant.ToString(),
                [ClaimNames.Scope] = ScopeNames.Write(scopes),
            },
            cancellationToken);

    /// <summary>A token in a person's name; falls with the grant.</summary>
    public Task<string> ForUserAsync(GrantRecord grant, string scope, CancellationToken cancellationToken) =>
        SignAsync(
            new Dictionary<string, object>
            {
                [ClaimNames.Subject] = grant.Account,
                [ClaimNames.ClientId] = grant.ClientId,
                [ClaimNames.Tenant] = grant.Tenant,
                [ClaimNames.Scope] = scope,
                [ClaimNames.Session] = grant.Session,
                [ClaimNames.Grant] = grant.Id,
                ["auth_time"] = grant.AuthenticatedAt.ToUnixTimeSeconds(),
            },
            cancellationToken);

    private async Task<string> SignAsync(Dictionary<string, object> claims, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        claims[JwtRegisteredClaimNames.Jti] = Secrets.New();
        var key = await keys.CurrentAsync(cancellationToken);
        return _handler.CreateToken(new SecurityTokenDescriptor
        {
            TokenType = Type,
            Issuer = options.Value.IssuerText,
            Audience = options.Value.Audience,
            IssuedAt = now,
            Expires = now + options.Value.AccessTokenLifetime,
            Claims = claims,
            SigningCredentials = key.Credentials,
        });
    }
}
