namespace MentorCloud.Domain.Pairings.Practice;

/// <summary>One named text of an entry, in plain: on its way in before it is sealed, or out after it was opened.</summary>
/// <param name="Field">Which part of the entry: <c>hypothesis</c>.</param>
/// <param name="Text">The text, 1..4,000 characters.</param>
public sealed record EntryText(string Field, string Text);
