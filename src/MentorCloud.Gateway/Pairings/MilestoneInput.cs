namespace MentorCloud.Gateway.Pairings;

/// <summary>The input of the same name.</summary>
internal sealed record MilestoneInput(string Title, string SuccessCriteria, IReadOnlyList<string> SmallWins, DateOnly? DueOn);
