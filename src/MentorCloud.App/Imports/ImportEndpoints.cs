using MentorCloud.App.Hosting;
using MentorCloud.App.Tenants;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tenants;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Ids;
using MentorCloud.Gateway.Rates;
using MentorCloud.Identity.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace MentorCloud.App.Imports;

/// <summary>
/// <c>POST /imports/roster</c>: a roster of up to 256 MB as the body, <c>text/csv</c>. Takes the header
/// <c>Idempotency-Key</c>, and <c>?cohort=</c> (a global id) and <c>?skipInvalid=true</c>. Answers with the report.
/// </summary>
internal static class ImportEndpoints
{
    private const int LongestKey = 64;

    /// <summary>As the import by GraphQL costs: ten a minute for an account.</summary>
    private const int Points = 5_000;

    public static void MapImports(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/imports/roster", ImportRosterAsync).RequireBudget(Points);

    private static async Task<IResult> ImportRosterAsync(HttpContext http, RosterImport rosters, ImportLimits limits, TenantBook tenants, DelegatedActors delegated)
    {
        var actor = await delegated.LimitAsync(ActorClaims.ToActor(http.User));
        try
        {
            if ((Check(http, actor, out var cohort) ?? await RefuseSuspendedAsync(tenants, actor)) is { } refusal)
            {
                return RefusalAnswer.Of(refusal);
            }

            if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            {
                size.MaxRequestBodySize = limits.MaxBytes + 1;
            }

            await using var source = await ImportSource.FromAsync("roster.csv", http.Request.Body, limits, http.RequestAborted);
            var id = EntityId.Derive<CommandId>(actor.Tenant!.Value.Value, actor.ToString(), "roster", http.Request.Headers["Idempotency-Key"].ToString());
            var command = new ImportRosterCommand(actor.Tenant.Value, actor, id, source)
            {
                Cohort = cohort,
                SkipInvalid = http.Request.Query["skipInvalid"] == "true",
            };
            var report = await rosters.RunAsync(command, cancel: http.RequestAborted);
            return report.Refusal is null ? Results.Json(report) : Results.Json(report, statusCode: StatusCodes.Status422UnprocessableEntity);
        }
        catch (RefusedException refused)
        {
            return RefusalAnswer.Of(refused.Refusal);
        }
    }

    private static async Task<Refusal?> RefuseSuspendedAsync(TenantBook tenants, Actor actor)
    {
        var tenant = actor.Tenant!.Value;
        return TenantDecisions.RefuseChange((await tenants.Grain(tenant).Get(Actor.System(tenant, "policy"))).Value);
    }

    /// <summary>Everything that can be told before the body is read.</summary>
    private static Refusal? Check(HttpContext http, Actor actor, out CohortId? cohort)
    {
        cohort = null;
        if (Policy.Refuse("Participant.Register", actor) is { } forbidden)
        {
            return forbidden;
        }

        if (http.Request.ContentType?.Split(';')[0].Trim() is not "text/csv")
        {
            return new Refusal(ErrorCodes.InputInvalid, "Send the roster as Content-Type: text/csv.", "Content-Type");
        }

        if (http.Request.Headers["Idempotency-Key"].ToString() is not { Length: > 0 and <= LongestKey })
        {
            return new Refusal(ErrorCodes.InputInvalid, "Send an Idempotency-Key header of 1 to 64 characters; a UUID is best.", "Idempotency-Key");
        }

        if (http.Request.Query["cohort"].ToString() is { Length: > 0 } text)
        {
            if (!GlobalId.TryRead<CohortId>(text, "Cohort", out var read))
            {
                return new Refusal(ErrorCodes.NotFound, "There is no such cohort.", "cohort");
            }

            cohort = read;
        }

        return null;
    }
}
