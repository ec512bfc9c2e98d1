using System.Collections.Immutable;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Pairings.Practice;

namespace MentorCloud.Contracts.Grains;

/// <summary>The texts of one entry of a pairing; key <c>{tenant}/{pairing}.{number}</c>. Only the pairing calls it.</summary>
public interface IPairingEntryGrain : IGrainWithStringKey
{
    /// <summary>Puts texts after the first <paramref name="present"/>, in place of what an attempt before a crash left there.</summary>
    Task<Reply<EntryPage>> Store(Actor actor, int present, ImmutableArray<SealedEntryText> texts);

    /// <summary>Reads it; NOT_FOUND.</summary>
    Task<Reply<EntryPage>> Get(Actor actor);
}
