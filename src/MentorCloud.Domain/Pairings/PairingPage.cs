using System.Collections.Immutable;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Confided;
using MentorCloud.Domain.Pairings.Contracts;
using MentorCloud.Domain.Pairings.Practice;

namespace MentorCloud.Domain.Pairings;

/// <summary>What was cut off a pairing's state because it is closed and old. A page changes only when an entry on it is shared or its words are taken out.</summary>
/// <param name="Contracts">Superseded contract versions.</param>
/// <param name="Duties">Closed duties.</param>
/// <param name="Entries">Heads of finished entries.</param>
public sealed record PairingPage(ImmutableArray<ContractVersion> Contracts, ImmutableArray<Duty> Duties, ImmutableArray<Entry> Entries)
{
    /// <summary>What was taken out of it and sealed; null in plain, and in pages that earlier releases stored.</summary>
    public SealedWords? Words { get; init; }
}
