using System.Collections.Immutable;
using MentorCloud.Contracts.State;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Tenants;

namespace MentorCloud.Contracts.Grains;

/// <summary>A tenant: settings, framework version, life cycle. Commands are documented at <see cref="TenantDecisions"/>.</summary>
public interface ITenantGrain : IGrainWithStringKey
{
    /// <summary>Creates the tenant.</summary>
    Task<Reply<TenantState>> Create(Actor actor, CommandId id, CreateTenant command);

    /// <summary>Adopts an imported framework.</summary>
    Task<Reply<TenantState>> AdoptFramework(Actor actor, CommandId id, FrameworkId framework);

    /// <summary>Sets how long what was written in ended pairings is kept.</summary>
    Task<Reply<TenantState>> SetRetention(Actor actor, CommandId id, int? days);

    /// <summary>Makes the tenant read-only.</summary>
    Task<Reply<TenantState>> Suspend(Actor actor, CommandId id, string reason);

    /// <summary>Makes it writable again.</summary>
    Task<Reply<TenantState>> Resume(Actor actor, CommandId id);

    /// <summary>Reads it; NOT_FOUND.</summary>
    Task<Reply<TenantState>> Get(Actor actor);

    /// <summary>Opens a platform operator's access; see <see cref="Domain.Tenants.BreakGlass.BreakGlassDecisions.Open"/>.</summary>
    /// <param name="actor">The system, in the operator's name.</param>
    /// <param name="id">The command's id.</param>
    /// <param name="account">The operator's account.</param>
    /// <param name="reason">Why.</param>
    /// <param name="minutes">How long.</param>
    /// <returns>The tenant, or a refusal.</returns>
    Task<Reply<TenantState>> OpenBreakGlass(Actor actor, CommandId id, AccountId account, string reason, int minutes);

    /// <summary>Ends a platform operator's access before its time; see <see cref="Domain.Tenants.BreakGlass.BreakGlassDecisions.End"/>.</summary>
    /// <param name="actor">In whose name.</param>
    /// <param name="id">The command's id.</param>
    /// <param name="number">The access.</param>
    /// <returns>The tenant, or a refusal.</returns>
    Task<Reply<TenantState>> EndBreakGlass(Actor actor, CommandId id, int number);

    /// <summary>Limits a program manager to cohorts, or gives the whole tenant again; see <see cref="TenantDecisions.Delegate"/>.</summary>
    /// <param name="actor">In whose name.</param>
    /// <param name="id">The command's id.</param>
    /// <param name="manager">The manager's account.</param>
    /// <param name="cohorts">The cohorts; null for the whole tenant.</param>
    /// <returns>The tenant, or a refusal.</returns>
    Task<Reply<TenantState>> Delegate(Actor actor, CommandId id, AccountId manager, ImmutableArray<CohortId>? cohorts);

    /// <summary>Its view rows.</summary>
    Task<Projection> Project(Actor actor);
}
