using System.Collections.Immutable;

namespace MentorCloud.Matching.Rotation;

/// <summary>A rotation plan with a proven bound.</summary>
public sealed record RotationPlan
{
    /// <summary>All pairs, settled stages included, by stage and mentee.</summary>
    public required ImmutableArray<StagePair> Pairs { get; init; }

    /// <summary>Sum of the scores of the open stages' pairs.</summary>
    public required long Total { get; init; }

    /// <summary><see cref="Total"/> plus the bonus of every perspective that a mentee meets for the first time in an open stage.</summary>
    public required long Value { get; init; }

    /// <summary>No plan has a greater <see cref="Value"/>: the optimum when stages are only counted, not scheduled (docs/matching.md).</summary>
    public required long UpperBound { get; init; }

    /// <summary><see cref="UpperBound"/> less <see cref="Value"/>. Always 0 if nobody joins late or leaves and nothing is pinned.</summary>
    public long Gap => UpperBound - Value;

    /// <summary>Mentees with the open stages in which they take part but have no mentor.</summary>
    public required ImmutableArray<(int Mentee, int Stage)> Unmatched { get; init; }

    /// <summary>The proof of <see cref="UpperBound"/>.</summary>
    public required RotationCertificate Certificate { get; init; }
}
