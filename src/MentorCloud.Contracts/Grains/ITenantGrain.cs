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

    /// <summary>Its view rows.</summary>
    Task<Projection> Project(Actor actor);
}
