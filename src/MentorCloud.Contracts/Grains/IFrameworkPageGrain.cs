using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Tenants.Frameworks;

namespace MentorCloud.Contracts.Grains;

/// <summary>One page of a framework's profiles; key <c>{tenant}/{framework}.{page}</c>.</summary>
public interface IFrameworkPageGrain : IGrainWithStringKey
{
    /// <summary>Stores the page.</summary>
    Task<Reply<FrameworkPageState>> Store(Actor actor, CommandId id, FrameworkPageState page);

    /// <summary>Reads it; NOT_FOUND.</summary>
    Task<Reply<FrameworkPageState>> Get(Actor actor);
}
