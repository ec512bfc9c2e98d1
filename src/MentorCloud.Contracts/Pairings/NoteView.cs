using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Privacy;

namespace MentorCloud.Contracts.Pairings;

/// <summary>An opened note.</summary>
/// <param name="Author">Who wrote it.</param>
/// <param name="Visibility">Who may see it.</param>
/// <param name="WrittenAt">When, UTC.</param>
/// <param name="Text">The text; null when its author's key was destroyed by erasure.</param>
public sealed record NoteView(PairingSide Author, Visibility Visibility, DateTimeOffset WrittenAt, string? Text);
