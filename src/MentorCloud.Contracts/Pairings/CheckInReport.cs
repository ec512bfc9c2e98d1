using MentorCloud.Domain.Privacy;

namespace MentorCloud.Contracts.Pairings;

/// <summary>What somebody reports of a check-in.</summary>
/// <param name="HeldAt">When it was held.</param>
/// <param name="Minutes">How long, 1..480.</param>
/// <param name="Note">A note in plain text, at most 4,000 characters; null when none. Sealed before it enters any state unless its visibility is program or tenant.</param>
/// <param name="NoteVisibility">Who may see the note.</param>
public sealed record CheckInReport(DateTimeOffset HeldAt, int Minutes, string? Note = null, Visibility NoteVisibility = Visibility.Pair);
