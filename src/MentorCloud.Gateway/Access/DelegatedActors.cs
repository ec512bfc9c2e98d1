using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Access;

namespace MentorCloud.Gateway.Access;

/// <summary>Limits program managers to the cohorts that an admin left them; looked up with every request, so that a change holds at once.</summary>
/// <param name="grains">Finds the tenant, which keeps the limits.</param>
public sealed class DelegatedActors(IGrainFactory grains)
{
    /// <summary>The actor within their limits.</summary>
    /// <param name="actor">Who logged in.</param>
    /// <returns>The same for everybody but program managers who are limited and no admins.</returns>
    public async ValueTask<Actor> LimitAsync(Actor actor)
    {
        if (actor is not { Kind: ActorKind.User, Tenant: { } tenant } || !actor.Holds(Role.ProgramManager) || actor.Holds(Role.TenantAdmin))
        {
            return actor;
        }

        var reply = await grains.GetGrain<ITenantGrain>(GrainKey.Of(tenant, tenant)).Get(Actor.System(tenant, "policy"));
        return reply.Value?.Delegations.FirstOrDefault(each => each.Manager == actor.Account) is { } limit ? actor.LimitedTo(limit.Cohorts) : actor;
    }
}
