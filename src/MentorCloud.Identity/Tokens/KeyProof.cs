using MentorCloud.Identity.Clients;
using MentorCloud.Identity.Store;
using MentorCloud.Identity.Text;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MentorCloud.Identity.Tokens;

/// <summary>Checks a client's signed assertion (private_key_jwt, RFC 7523 section 3): its own key, our address, short-lived, used once.</summary>
internal sealed class KeyProof(SpentTokens spent, IOptions<IdentityOptions> options, TimeProvider time)
{
    public const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private const int MostLength = 8192;

    /// <summary>No type, as RFC 7523 allows, the general one, or the one of its successor; a token of another purpose is no proof.</summary>
    private static readonly string[] Types = ["", "JWT", "client-authentication+jwt"];
    private static readonly string[] Algorithms = [SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256];
    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestLife = TimeSpan.FromMinutes(10);
    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = MostLength };

    /// <summary>The client id that an assertion claims, before anything is checked; null when it claims none.</summary>
    public string? ClaimedClient(string assertion) =>
        assertion.Length <= MostLength && _handler.CanReadToken(assertion) && TryRead(assertion) is { } token ? token.Subject : null;

    public async Task<bool> HoldsAsync(ClientRecord client, string assertion, CancellationToken cancellationToken)
    {
        var issuer = options.Value.IssuerText;
        string[] us = [issuer, issuer + "/", $"{issuer}/connect/token", $"{issuer}/connect/par"];

        // Programs with one key often do not name it.
        var rules = PinnedTokens.Rules(client.ClientId, us, ClientKeys.Read(client.KeySet), Algorithms, time, ClockSkew, namesItsKey: false);
        return PinnedTokens.Genuine(await _handler.ValidateTokenAsync(assertion, rules)) is { Id.Length: > 0 and <= 256 } token
            && token.Subject == client.ClientId && token.ValidTo - time.GetUtcNow().UtcDateTime <= LongestLife
            && Types.Contains(token.Typ ?? string.Empty, StringComparer.OrdinalIgnoreCase)
            && await spent.SpendAsync(client.Tenant, $"{client.ClientId}|{Secrets.Hash(token.Id)}", token.ValidTo, cancellationToken);
    }

    private JsonWebToken? TryRead(string assertion)
    {
        try
        {
            return _handler.ReadJsonWebToken(assertion);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or SecurityTokenException)
        {
            return null;
        }
    }
}
