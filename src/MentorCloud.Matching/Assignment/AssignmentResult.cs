using System.Collections.Immutable;
using MentorCloud.Matching.Assignment.Certificates;

namespace MentorCloud.Matching.Assignment;

/// <summary>An optimal assignment, its proof and what is left over.</summary>
public sealed record AssignmentResult
{
    /// <summary>What the answer is best at.</summary>
    public required AssignmentObjective Objective { get; init; }

    /// <summary>The pairs, by mentee and then mentor; pins included.</summary>
    public required ImmutableArray<AssignedPair> Pairs { get; init; }

    /// <summary>Sum of the pairs' scores.</summary>
    public required long Total { get; init; }

    /// <summary><see cref="Total"/> less the breaking cost of every standing pair that is not kept.</summary>
    public required long Value { get; init; }

    /// <summary>
    /// Proven bound: no assignment that the objective admits has a greater <see cref="Value"/>. Null where the
    /// objective is no sum (fair, stable).
    /// </summary>
    public required long? UpperBound { get; init; }

    /// <summary><see cref="UpperBound"/> less <see cref="Value"/>; 0 for a proven optimum.</summary>
    public long? Gap => UpperBound - Value;

    /// <summary>Mentees with fewer mentors than they want, ascending.</summary>
    public required ImmutableArray<int> UnmatchedMentees { get; init; }

    /// <summary>Mentors with room for more, ascending.</summary>
    public required ImmutableArray<int> MentorsWithRoom { get; init; }

    /// <summary>The proof; verify it with <see cref="CertificateChecker"/>.</summary>
    public required AssignmentCertificate Certificate { get; init; }

    /// <summary>What the solve cost.</summary>
    public required SolveStatistics Statistics { get; init; }

    /// <summary>Lets <see cref="AssignmentSolver"/> start from this answer after a small change; null where it cannot.</summary>
    public ResumePoint? Resume { get; init; }
}
