using MentorCloud.Contracts.Audit;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Access;
using Microsoft.AspNetCore.Http;

namespace MentorCloud.Gateway.Access;

/// <summary>
/// Lets a platform operator into the tenant that a request's header names, while an access of theirs is open there. Each
/// request is noted in that tenant's audit log before it does anything.
/// </summary>
internal sealed class BreakGlassActors(IGrainFactory grains, IViews views, IAuditLog audit, TimeProvider clock)
{
    /// <summary>The header that names the tenant by its short name.</summary>
    public const string Header = "MentorCloud-Break-Glass";

    /// <summary>The operator inside the tenant; the same actor where the header, the role or an open access is missing.</summary>
    /// <param name="http">The request.</param>
    /// <param name="actor">Who logged in.</param>
    /// <param name="isRequest">False when an open connection looks again whether its caller still may: nothing is asked by it, so nothing is noted.</param>
    public async ValueTask<Actor> EnterAsync(HttpContext http, Actor actor, bool isRequest = true)
    {
        if (!actor.Holds(Role.PlatformOperator) || actor.Account is not { } account || http.Request.Headers[Header].ToString() is not { Length: > 0 } slug)
        {
            return actor;
        }

        if (await views.TenantBySlugAsync(slug, http.RequestAborted) is not { } row)
        {
            return actor;
        }

        var tenant = await grains.GetGrain<ITenantGrain>(GrainKey.Of(row.Id, row.Id)).Get(Actor.System(row.Id, "policy"));
        if (tenant.Value?.Accesses.LastOrDefault(each => each.Operator == account && each.IsOpen(clock.GetUtcNow())) is not { } access)
        {
            return actor;
        }

        var inside = Actor.Operator(row.Id, account);
        if (!isRequest)
        {
            return inside;
        }

        var noted = new AuditEntry(clock.GetUtcNow(), inside.ToString(), "BreakGlass Request", $"Tenant/{row.Id}/{row.Id}", Detail: $"{{\"access\":{access.Number}}}");
        await audit.AppendAsync(row.Id, noted, http.RequestAborted);
        return inside;
    }
}
