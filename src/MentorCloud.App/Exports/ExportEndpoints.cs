using System.Globalization;
using MentorCloud.App.Hosting;
using MentorCloud.Contracts.Audit;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Gateway.Rates;
using MentorCloud.Identity.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MentorCloud.App.Exports;

/// <summary>
/// <c>GET /exports/tenant</c>: everything that a tenant's own admin may see of it, as lines of JSON, while the tenant is used
/// and also while it is suspended (requirement 75). Which tenant, the login says; nobody names another.
/// </summary>
internal static class ExportEndpoints
{
    private const string Operation = "Exports.Tenant";

    /// <summary>What an export costs of the budgets that GraphQL is charged to: as much as an import.</summary>
    private const int Points = 5_000;

    public static void MapExports(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/exports/tenant", ExportAsync).RequireBudget(Points);

    private static async Task ExportAsync(HttpContext http, TenantReading reading, RunningExports running, IAuditLog audit, TimeProvider clock)
    {
        var actor = ActorClaims.ToActor(http.User);
        if (Policy.Refuse(Operation, actor) is { } forbidden)
        {
            await RefusalAnswer.Of(forbidden).ExecuteAsync(http);
            return;
        }

        var tenant = actor.Tenant!.Value;
        using var turn = running.TryBegin(tenant);
        if (turn is null)
        {
            await RefusalAnswer.Of(new Refusal(ErrorCodes.ServiceBusy, "An export of your company runs already; wait until it ends.")).ExecuteAsync(http);
            return;
        }

        var now = clock.GetUtcNow();
        await audit.AppendAsync(tenant, new AuditEntry(now, actor.ToString(), "Export Tenant", $"Tenant/{tenant}/{tenant}"), http.RequestAborted);
        http.Response.ContentType = "application/x-ndjson";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture, $"attachment; filename=\"mentoring-{now:yyyy-MM-dd}.ndjson\"");
        await WriteAsync(reading, tenant, actor, http.Response.Body, http.RequestAborted);
    }

    /// <summary>A failure on the way ends the connection without the last line.</summary>
    private static async Task WriteAsync(TenantReading reading, TenantId tenant, Actor actor, Stream body, CancellationToken cancellationToken)
    {
        using var lines = new ExportWriter(body);
        await foreach (var line in reading.ReadAsync(tenant, actor, cancellationToken))
        {
            await lines.WriteAsync(line, cancellationToken);
        }

        await lines.EndAsync(cancellationToken);
    }
}
