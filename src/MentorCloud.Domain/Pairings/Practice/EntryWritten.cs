using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings.Practice;

/// <summary>Something was written. Private entries make no fact.</summary>
/// <param name="Pairing">The pairing.</param>
/// <param name="Number">Which.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Author">Who wrote it.</param>
public sealed record EntryWritten(PairingId Pairing, int Number, EntryKind Kind, PairingSide Author) : Fact;
