namespace MentorCloud.Domain.Rotation;

/// <summary>What the plan of the open stages comes to.</summary>
/// <param name="Total">Sum of the pairs' scores, fixed-point units.</param>
/// <param name="Value">The total plus the bonus of every new perspective.</param>
/// <param name="UpperBound">No plan of these stages has a greater value: proven.</param>
/// <param name="Pairs">Pairs in the open stages.</param>
/// <param name="Unmatched">Mentees and stages without a mentor.</param>
/// <param name="Verified">Whether the separate checker confirmed rules, value and bound.</param>
public sealed record RotationSummary(long Total, long Value, long UpperBound, int Pairs, int Unmatched, bool Verified);
