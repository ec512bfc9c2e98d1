using MentorCloud.Domain.Privacy;

namespace MentorCloud.Domain.Pairings.Practice;

/// <summary>One named text of an entry as its page stores it: sealed under its writer's key, whatever the visibility.</summary>
/// <param name="Field">Which part of the entry.</param>
/// <param name="Writer">Whose key sealed it.</param>
/// <param name="Text">The sealed text.</param>
public sealed record SealedEntryText(string Field, PairingSide Writer, SealedText Text);
