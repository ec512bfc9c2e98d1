using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Privacy;

namespace MentorCloud.Contracts.Pairings;

/// <summary>What somebody reports of a check-in.</summary>
/// <param name="HeldAt">When it was held.</param>
/// <param name="Minutes">How long, 1..480.</param>
/// <param name="Note">A note in plain text, at most 4,000 characters; null when none. Sealed before it is stored.</param>
/// <param name="NoteVisibility">Who may see the note.</param>
/// <param name="InitiatedBy">Who asked for the check-in; null when nobody said.</param>
public sealed record CheckInReport(
    DateTimeOffset HeldAt, int Minutes, string? Note = null, Visibility NoteVisibility = Visibility.Pair, PairingSide? InitiatedBy = null);
