using System.Collections.Immutable;

namespace MentorCloud.Domain.Pairings.Contracts;

/// <summary>A step on the way.</summary>
/// <param name="Title">Its name, 1..200 characters.</param>
/// <param name="SuccessCriteria">When it counts as met, 1..4,000 characters.</param>
/// <param name="SmallWins">Small wins on the way; at most 10.</param>
/// <param name="DueOn">The day it is due, 2000 to 2200; null when open. A pause moves it, as every due date.</param>
public sealed record Milestone(string Title, string SuccessCriteria, ImmutableArray<string> SmallWins, DateOnly? DueOn);
