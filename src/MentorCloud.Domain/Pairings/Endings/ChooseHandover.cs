using System.Collections.Immutable;

namespace MentorCloud.Domain.Pairings.Endings;

/// <summary>The mentee chooses what the next mentor may read (requirement 57), in place of an earlier choice.</summary>
/// <param name="Entries">Numbers of entries that the mentee wrote or that the pair shares; at most 50.</param>
public sealed record ChooseHandover(ImmutableArray<int> Entries) : PairingCommand;
