namespace MentorCloud.Domain.Pairings.Contracts;

/// <summary>Calls a milestone met, with evidence against its criteria (requirement 28).</summary>
/// <param name="Title">The milestone, as the contract in force names it.</param>
/// <param name="Evidence">Number of an evidence entry written for this milestone.</param>
public sealed record MeetMilestone(string Title, int Evidence) : PairingCommand;
