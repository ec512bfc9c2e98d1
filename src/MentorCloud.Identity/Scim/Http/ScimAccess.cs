using MentorCloud.Contracts.Access;
using MentorCloud.Contracts.People;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Identity.Access;
using MentorCloud.Identity.Tokens;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace MentorCloud.Identity.Scim.Http;

/// <summary>
/// Lets clients with the scope <c>scim</c> in: by a token from <c>/connect/token</c>, or by id and secret of the client as Basic,
/// which is what Okta can send. Each request is charged to the client's and the tenant's budget; a suspended tenant reads only.
/// </summary>
internal sealed class ScimAccess(ClientAuthentication clients, IPersonnel people, IBudgets? budgets = null)
{
    public const string Get = "Directory.Get";
    public const string Change = "Directory.Change";

    /// <summary>What one request or one operation of a bulk request costs: Entra ID's 25 a second fit an account's budget.</summary>
    public const int Points = 30;

    /// <summary>What a list costs that no index answers.</summary>
    public const int SearchPoints = 500;

    /// <exception cref="ScimRefusedException">401, 403, 429.</exception>
    public async Task<ScimCaller> LetInAsync(HttpContext http, string operation)
    {
        var actor = await ActorAsync(http);
        if (Policy.Refuse(operation, actor) is { } refusal)
        {
            if (refusal.Kind == RefusalKind.Unauthenticated)
            {
                BearerChallenge.Ask(http.Response);
                http.Response.Headers.Append(HeaderNames.WWWAuthenticate, "Basic realm=\"scim\"");
            }

            throw new ScimRefusedException(ScimRefusal.Of(refusal));
        }

        return new ScimCaller(actor.Tenant!.Value, actor);
    }

    /// <summary>Charges the budgets.</summary>
    /// <exception cref="ScimRefusedException">429; Retry-After says when to come back.</exception>
    public void Charge(HttpContext http, ScimCaller caller, int points)
    {
        if (budgets is null)
        {
            return;
        }

        var answer = budgets.Charge(caller.Tenant, caller.Actor.ToString(), points);
        foreach (var (name, value) in answer.Headers)
        {
            http.Response.Headers[name] = value;
        }

        if (!answer.Spent)
        {
            throw new ScimRefusedException(new ScimRefusal(
                429, ErrorCodes.RateLimited, $"This costs {points} points; {answer.Remaining} are left. Try again in {answer.Seconds} seconds."));
        }
    }

    /// <summary>Refuses changes of a suspended tenant.</summary>
    /// <exception cref="ScimRefusedException">403.</exception>
    public async Task RequireChangeAsync(ScimCaller caller)
    {
        if (await people.RefuseChangeAsync(caller.Tenant) is { } refusal)
        {
            throw new ScimRefusedException(ScimRefusal.Of(refusal));
        }
    }

    private async Task<Actor> ActorAsync(HttpContext http)
    {
        if (!http.Request.Headers.Authorization.ToString().StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
        {
            return ActorClaims.ToActor(http.User);
        }

        var (client, refusal) = await clients.AuthenticateAsync(http.Request, OAuthForm.Of(new Dictionary<string, string>()), http.RequestAborted);
        if (client is not null)
        {
            return Actor.Client(EntityId.Parse<TenantId>(client.Tenant), client.ClientId, client.Scopes);
        }

        return refusal!.RetryAfter > TimeSpan.Zero ? throw Wait(http, refusal.RetryAfter) : Actor.Anonymous;
    }

    private static ScimRefusedException Wait(HttpContext http, TimeSpan wait)
    {
        http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new(new ScimRefusal(429, ErrorCodes.RateLimited, "Too many wrong secrets; Retry-After says when to try again."));
    }
}
