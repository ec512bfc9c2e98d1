using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Tenants.Frameworks;

namespace MentorCloud.Contracts.Grains;

/// <summary>One version of a competency framework; its profiles are on pages.</summary>
public interface IFrameworkGrain : IGrainWithStringKey
{
    /// <summary>Makes it of pages that are stored already.</summary>
    Task<Reply<FrameworkState>> Import(Actor actor, CommandId id, ImportFramework command);

    /// <summary>Reads it; NOT_FOUND.</summary>
    Task<Reply<FrameworkState>> Get(Actor actor);
}
