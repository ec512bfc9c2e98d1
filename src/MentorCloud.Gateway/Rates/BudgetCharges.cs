using MentorCloud.Contracts.Access;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Refusals;
using MentorCloud.Gateway.Hosting;
using MentorCloud.GraphQL;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ErrorCodes = MentorCloud.Domain.Refusals.ErrorCodes;

namespace MentorCloud.Gateway.Rates;

/// <summary>Charges requests to the budgets of who makes them. The anonymous have none: nothing that costs the storage or the grains answers them.</summary>
public static class BudgetCharges
{
    /// <summary>Charges each request to an endpoint before it runs; 429 with <c>RATE_LIMITED</c> and Retry-After when too little is left.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="points">What a request costs; the budgets are in the same points as GraphQL's.</param>
    /// <returns>The same endpoint.</returns>
    public static RouteHandlerBuilder RequireBudget(this RouteHandlerBuilder endpoint, int points) => endpoint.AddEndpointFilter(async (context, next) =>
    {
        var http = context.HttpContext;
        var actor = http.RequestServices.GetRequiredService<IOptions<GatewayOptions>>().Value.ActorOf(http);
        return Spend(actor, points, http) is { } refusal
            ? Results.Json(new { refusal.Code, refusal.Message, refusal.Field }, statusCode: StatusCodes.Status429TooManyRequests)
            : await next(context);
    });

    /// <summary>Charges an operation of GraphQL.</summary>
    /// <exception cref="GraphQLException">RATE_LIMITED: too little is left; nothing is spent.</exception>
    internal static void ChargeOperation(Actor actor, int cost, HttpContext http)
    {
        if (Spend(actor, cost, http) is { } refusal)
        {
            throw new GraphQLException(refusal.Message, refusal.Code);
        }
    }

    private static Refusal? Spend(Actor actor, int points, HttpContext http)
    {
        if (actor.Tenant is not { } tenant)
        {
            return null;
        }

        var answer = http.RequestServices.GetRequiredService<IBudgets>().Charge(tenant, actor.ToString(), points);

        // On a WebSocket the answer's headers have left long ago.
        if (!http.Response.HasStarted)
        {
            foreach (var (name, value) in answer.Headers)
            {
                http.Response.Headers[name] = value;
            }
        }

        return answer.Spent ? null : new Refusal(
            ErrorCodes.RateLimited, $"This costs {points} points; {answer.Remaining} are left. Try again in {answer.Seconds} seconds.");
    }
}
