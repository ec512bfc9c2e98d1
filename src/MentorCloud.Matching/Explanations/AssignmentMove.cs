using System.Collections.Immutable;

namespace MentorCloud.Matching.Explanations;

/// <summary>A mentee whose mentors differ between two assignments.</summary>
/// <param name="Mentee">Row in the scores.</param>
/// <param name="Before">Mentors before, ascending; empty if unmatched.</param>
/// <param name="After">Mentors after, ascending; empty if unmatched.</param>
public sealed record AssignmentMove(int Mentee, ImmutableArray<int> Before, ImmutableArray<int> After);
