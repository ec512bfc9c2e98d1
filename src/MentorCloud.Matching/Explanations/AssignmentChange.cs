using System.Collections.Immutable;
using MentorCloud.Matching.Assignment;

namespace MentorCloud.Matching.Explanations;

/// <summary>What another decision would change.</summary>
/// <param name="TotalChange">New total less old total, score units; both by the new scores if the scores changed.</param>
/// <param name="Moves">Everybody who would get other mentors, by mentee.</param>
/// <param name="Result">The other assignment in full, itself optimal and proven.</param>
public sealed record AssignmentChange(long TotalChange, ImmutableArray<AssignmentMove> Moves, AssignmentResult Result);
