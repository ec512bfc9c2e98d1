using System.Security.Claims;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Domain.Access;
using MentorCloud.Identity.Access;
using MentorCloud.Identity.Clients;
using MentorCloud.Identity.Keys;
using MentorCloud.Identity.Provider;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;

namespace MentorCloud.Identity.Tokens;

/// <summary>
/// Checks access tokens: type, algorithm, issuer, audience and time are pinned, the key is found by <c>kid</c> among our
/// own alone, and whose the token is must still stand (client not revoked, account not closed, roles as they are now).
/// </summary>
internal sealed class AccessTokenCheck(
    SigningKeys keys, ClientLookup clients, GrantBook grants, SpentTokens spent, IOptions<IdentityOptions> options, TimeProvider time)
{
    private const int MostLength = 8192;
    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);
    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = MostLength };

    /// <summary>Who the token stands for; null when it is not to be accepted.</summary>
    public async Task<ClaimsPrincipal?> CheckAsync(string token, CancellationToken cancellationToken) =>
        await ReadAsync(token, cancellationToken) is { } read ? await PrincipalAsync(read, cancellationToken) : null;

    /// <summary>The token when it is genuine and in its time; null otherwise.</summary>
    public async Task<JsonWebToken?> ReadAsync(string token, CancellationToken cancellationToken)
    {
        if (token.Length is 0 or > MostLength || !_handler.CanReadToken(token))
        {
            return null;
        }

        var published = await keys.PublishedAsync(cancellationToken);
        var rules = PinnedTokens.Rules(
            options.Value.IssuerText, [options.Value.Audience], published.Select(key => key.Key), [SigningKey.Algorithm], time, ClockSkew);
        rules.ValidTypes = [AccessTokens.Type];
        return PinnedTokens.Genuine(await _handler.ValidateTokenAsync(token, rules));
    }

    /// <summary>Whose login a program's token comes from, and for what; null when the token does not count.</summary>
    public async Task<TokenUser?> UserAsync(string token, CancellationToken cancellationToken) =>
        await ReadAsync(token, cancellationToken) is { } read ? await UserAsync(read, cancellationToken) : null;

    /// <summary>Whether whose the token is still stands.</summary>
    public async Task<bool> StandsAsync(JsonWebToken token, CancellationToken cancellationToken) =>
        await UserAsync(token, cancellationToken) is not null || await ClientAsync(token, cancellationToken) is not null;

    private async Task<ClaimsPrincipal?> PrincipalAsync(JsonWebToken token, CancellationToken cancellationToken)
    {
        if (token.TryGetPayloadValue<string>(ClaimNames.Grant, out _))
        {
            // Logging somebody in to a program does not by itself let the program act for them here.
            var user = await UserAsync(token, cancellationToken);
            return user is not null && UserScopes.Has(user.Scope, UserScopes.Api)
                ? ActorClaims.OfAccount(user.Account, IdentitySchemes.Bearer, new Claim(ClaimNames.ClientId, Text(token, ClaimNames.ClientId) ?? string.Empty))
                : null;
        }

        var client = await ClientAsync(token, cancellationToken);
        return client is not null && ScopeNames.TryRead(Text(token, ClaimNames.Scope), out var scopes)
            ? ActorClaims.OfClient(client, scopes & client.Scopes, IdentitySchemes.Bearer)
            : null;
    }

    private async Task<TokenUser?> UserAsync(JsonWebToken token, CancellationToken cancellationToken)
    {
        if (Text(token, ClaimNames.Tenant) is not { } tenant || Text(token, ClaimNames.Grant) is not { } grant
            || await spent.IsSpentAsync(tenant, token.Id, cancellationToken)
            || await clients.FindAsync(Text(token, ClaimNames.ClientId), cancellationToken) is null)
        {
            return null;
        }

        var account = await grants.LivingAccountAsync(tenant, grant, cancellationToken);
        return account is null || account.Id.ToString() != token.Subject ? null : new TokenUser(account, Text(token, ClaimNames.Scope) ?? string.Empty);
    }

    private async Task<MachineClient?> ClientAsync(JsonWebToken token, CancellationToken cancellationToken)
    {
        var client = await clients.FindAsync(token.Subject, cancellationToken);
        return client is not null && client.Tenant == Text(token, ClaimNames.Tenant)
            && !await spent.IsSpentAsync(client.Tenant, token.Id, cancellationToken)
            ? client.ToMachineClient()
            : null;
    }

    private static string? Text(JsonWebToken token, string claim) =>
        token.TryGetPayloadValue<string>(claim, out var value) ? value : null;
}
