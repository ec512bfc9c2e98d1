namespace MentorCloud.Domain.Insights;

/// <summary>A figure over a group of people, as far as it may be shown.</summary>
/// <param name="Group">The group.</param>
/// <param name="People">How many people; null when that alone would tell something.</param>
/// <param name="Mean">The mean to one decimal; null when the group may not be shown.</param>
public sealed record GroupFigure(string Group, int? People, double? Mean);
