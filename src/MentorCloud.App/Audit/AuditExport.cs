using MentorCloud.App.Hosting;
using MentorCloud.Contracts.Audit;
using MentorCloud.Domain.Access;
using MentorCloud.Gateway.Rates;
using MentorCloud.Identity.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MentorCloud.App.Audit;

/// <summary>
/// <c>GET /exports/audit</c>: the whole audit log of the caller's tenant as JSON Lines, for its admins. That it was taken is
/// the last line of it.
/// </summary>
internal static class AuditExport
{
    /// <summary>What an export costs of the budgets that GraphQL is charged to: as much as an import.</summary>
    private const int Points = 5_000;

    public static void MapAuditExport(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/exports/audit", ExportAsync).RequireBudget(Points);

    private static async Task<IResult> ExportAsync(HttpContext http, IAuditLog log, TimeProvider clock)
    {
        var actor = ActorClaims.ToActor(http.User);
        if (Policy.Refuse("Audit.Read", actor) is { } refusal)
        {
            return RefusalAnswer.Of(refusal);
        }

        var tenant = actor.Tenant!.Value;
        await log.AppendAsync(
            tenant, new AuditEntry(clock.GetUtcNow(), actor.ToString(), "Export AuditLog", $"Tenant/{tenant}/{tenant}"), http.RequestAborted);
        http.Response.Headers.CacheControl = "no-store";
        return Results.Stream(
            body => AuditLines.WriteAsync(log, tenant, body, http.RequestAborted), "application/jsonl", "audit.jsonl");
    }
}
