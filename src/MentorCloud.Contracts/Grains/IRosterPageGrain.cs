using System.Collections.Immutable;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts;

namespace MentorCloud.Contracts.Grains;

/// <summary>One page of a cohort's roster; key <c>{tenant}/{cohort}.{page}</c>.</summary>
public interface IRosterPageGrain : IGrainWithStringKey
{
    /// <summary>Adds members who are not on the page, as long as there is room.</summary>
    Task<Reply<RosterPageState>> Add(Actor actor, ImmutableArray<RosterMember> members);

    /// <summary>Reads it; an unknown page is empty.</summary>
    Task<Reply<RosterPageState>> Get(Actor actor);
}
