namespace MentorCloud.Domain.Pairings.Contracts;

/// <summary>Notes a small win on the way to a milestone.</summary>
/// <param name="Title">The milestone, as the contract in force names it.</param>
/// <param name="SmallWin">Place in its list of small wins, from 0.</param>
public sealed record NoteSmallWin(string Title, int SmallWin) : PairingCommand;
