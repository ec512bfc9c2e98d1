using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings.Practice;

/// <summary>An entry moved on. Private entries make no fact.</summary>
/// <param name="Pairing">The pairing.</param>
/// <param name="Number">Which.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Status">Where it is now.</param>
public sealed record EntryMoved(PairingId Pairing, int Number, EntryKind Kind, EntryStatus Status) : Fact;
