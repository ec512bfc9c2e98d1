using MentorCloud.Domain.Access;
using MentorCloud.Domain.Pairings;

namespace MentorCloud.Contracts.Grains;

/// <summary>One page of what was cut off a pairing; key <c>{tenant}/{pairing}.{page}</c>, pages from 1. Only the pairing calls it.</summary>
public interface IPairingPageGrain : IGrainWithStringKey
{
    /// <summary>Stores the page, in place of what an attempt before a crash left there.</summary>
    Task<Reply<PairingPage>> Store(Actor actor, PairingPage page);

    /// <summary>Reads it; NOT_FOUND.</summary>
    Task<Reply<PairingPage>> Get(Actor actor);
}
