namespace MentorCloud.Gateway.Pairings;

/// <summary>The input of the same name.</summary>
internal sealed record BoundariesInput(int MentorHoursPerMonth, IReadOnlyList<string> FeedbackKinds, IReadOnlyList<string> TopicsOutOfScope);
