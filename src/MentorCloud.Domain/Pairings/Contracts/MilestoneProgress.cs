using System.Collections.Immutable;

namespace MentorCloud.Domain.Pairings.Contracts;

/// <summary>How far a milestone of the contract is. An amendment keeps it while title and criteria for success stay the same.</summary>
/// <param name="Title">The milestone's title.</param>
/// <param name="SmallWins">Places of the small wins that were had, in the contract's list; an amendment that moves a small win moves its place.</param>
/// <param name="MetAt">When it was met, UTC; null while not.</param>
/// <param name="Evidence">Number of the entry that is the evidence; null while not met.</param>
public sealed record MilestoneProgress(string Title, ImmutableArray<int> SmallWins, DateTimeOffset? MetAt, int? Evidence);
