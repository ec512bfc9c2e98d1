using MentorCloud.Contracts.Access;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Identity.Store;
using Microsoft.AspNetCore.Http;

namespace MentorCloud.Identity.Tokens;

/// <summary><c>POST /connect/token</c>.</summary>
internal sealed class TokenEndpoint(ClientAuthentication clients, IEnumerable<IGrant> grants, IBudgets? budgets = null)
{
    /// <summary>What a token costs of its client's budget: a token serves for minutes, so hundreds a minute are a mistake.</summary>
    private const int Points = 100;

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
        if (client is null)
        {
            return unproved!;
        }

        return Overspends(client, http.Response) ?? await grant.AnswerAsync(client, form, http.RequestAborted);
    }

    /// <summary>A client without a secret is not charged: anybody can say its name, and would spend its tenant's budget.</summary>
    private OAuthRefusal? Overspends(ClientRecord client, HttpResponse response)
    {
        if (budgets is null || client.Proof is not (ClientProof.Secret or ClientProof.PrivateKey))
        {
            return null;
        }

        var tenant = EntityId.Parse<TenantId>(client.Tenant);
        var answer = budgets.Charge(tenant, Actor.Client(tenant, client.ClientId, Scope.None).ToString(), Points);
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers[name] = value;
        }

        return answer.Spent
            ? null
            : new OAuthRefusal("temporarily_unavailable", "The client's budget is spent; Retry-After says for how long.", StatusCodes.Status429TooManyRequests);
    }
}
