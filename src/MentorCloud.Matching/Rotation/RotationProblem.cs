using System.Collections.Immutable;
using MentorCloud.Matching.Assignment;
using MentorCloud.Matching.Scores;

namespace MentorCloud.Matching.Rotation;

/// <summary>A rotation over several stages: one mentor for each mentee a stage, never the same twice.</summary>
public sealed record RotationProblem
{
    /// <summary>Scores of all pairs, the same in every stage; forbidden pairs are never taken, negative ones only if pinned.</summary>
    public required PairScores Scores { get; init; }

    /// <summary>Number of stages, 1 to 64.</summary>
    public required int Stages { get; init; }

    /// <summary>For each mentor the most mentees in any one stage, 0 or more.</summary>
    public required ImmutableArray<int> MentorCapacity { get; init; }

    /// <summary>When each mentee takes part; unset: always. Late joiners and leavers have shorter windows.</summary>
    public ImmutableArray<StageWindow> MenteeWindow { get; init; }

    /// <summary>When each mentor takes part; unset: always.</summary>
    public ImmutableArray<StageWindow> MentorWindow { get; init; }

    /// <summary>Pairs that a person fixed in a stage.</summary>
    public ImmutableArray<StagePair> Pins { get; init; } = [];

    /// <summary>Pairs that no stage may have.</summary>
    public ImmutableArray<PairId> Vetoes { get; init; } = [];

    /// <summary>First stage to plan. Everything before it is past or under way and stays as <see cref="Settled"/> says.</summary>
    public int FirstOpenStage { get; init; }

    /// <summary>The pairs of the stages before <see cref="FirstOpenStage"/>.</summary>
    public ImmutableArray<StagePair> Settled { get; init; } = [];

    /// <summary>For each mentor the perspective (such as the division) they bring, 0 or more; -1: none. Unset: perspectives do not count.</summary>
    public ImmutableArray<int> Perspective { get; init; }

    /// <summary>Added to the plan's value for each different perspective a mentee meets; score units, 0 or more.</summary>
    public long PerspectiveBonus { get; init; }
}
