using System.Collections.Immutable;

namespace MentorCloud.Domain.Pairings.Practice;

/// <summary>Moves an entry on, with the texts that this asks for: what was tried, the debrief, the reason for giving it up.</summary>
/// <param name="Number">Which.</param>
/// <param name="Status">Underway, Done or Dropped; Dropped asks for <c>reason</c>. What was given before is not asked for again.</param>
/// <param name="Texts">Further texts; with those there already at most 12, together at most 8,000 characters a command.</param>
public sealed record MoveEntry(int Number, EntryStatus Status, ImmutableArray<EntryText> Texts) : PairingCommand;
