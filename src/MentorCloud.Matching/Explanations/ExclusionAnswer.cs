namespace MentorCloud.Matching.Explanations;

/// <summary>Answer to "why not this pair?".</summary>
/// <param name="Reason">The reason.</param>
/// <param name="IfPinned">What pinning it would change; null unless the reason is <see cref="ExclusionReason.NotBest"/>.</param>
public sealed record ExclusionAnswer(ExclusionReason Reason, AssignmentChange? IfPinned);
