using MentorCloud.Domain.Privacy;

namespace MentorCloud.Domain.Pairings.Cadence;

/// <summary>A note on a check-in. Author and pair notes are sealed; the others stand in plain text.</summary>
/// <param name="Author">Who wrote it.</param>
/// <param name="Visibility">Who may see it.</param>
/// <param name="WrittenAt">When, UTC.</param>
/// <param name="Sealed">The sealed text; null when the visibility is program or tenant.</param>
/// <param name="Plain">The plain text; null when sealed.</param>
public sealed record CheckInNote(PairingSide Author, Visibility Visibility, DateTimeOffset WrittenAt, SealedText? Sealed, string? Plain);
