using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts.Rounds;

namespace MentorCloud.Contracts.Grains;

/// <summary>One page of a round's draft; key <c>{tenant}/{round}.{page}</c>.</summary>
public interface IDraftPageGrain : IGrainWithStringKey
{
    /// <summary>Stores the page, in place of an earlier attempt's.</summary>
    Task<Reply<DraftPageState>> Store(Actor actor, DraftPageState page);

    /// <summary>Reads it; NOT_FOUND.</summary>
    Task<Reply<DraftPageState>> Get(Actor actor);
}
