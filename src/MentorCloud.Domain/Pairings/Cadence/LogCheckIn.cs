using MentorCloud.Domain.Privacy;

namespace MentorCloud.Domain.Pairings.Cadence;

/// <summary>Logs the open check-in as held.</summary>
/// <param name="HeldAt">When it was held: not in the future, not before the pairing was published.</param>
/// <param name="Minutes">How long, 1..480.</param>
/// <param name="InitiatedBy">Who asked for it; null when nobody said.</param>
/// <param name="Note">A note on it, at most 4,000 characters; becomes an entry. Null when none.</param>
/// <param name="NoteVisibility">Who may see the note.</param>
public sealed record LogCheckIn(
    DateTimeOffset HeldAt, int Minutes, PairingSide? InitiatedBy = null, string? Note = null, Visibility NoteVisibility = Visibility.Pair)
    : PairingCommand
{
    /// <summary>How many pairings had this session in common, 1..20; more than one in group programs alone. The mentor's time counts once over all of them.</summary>
    public int SharedBy { get; init; } = 1;
}
