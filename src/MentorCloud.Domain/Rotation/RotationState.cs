using System.Collections.Immutable;
using System.Globalization;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.Rotation;

/// <summary>A rotation plan. The pairs of each stage are the draft of a round beside it.</summary>
public sealed record RotationState
{
    /// <summary>How long work may rest before a reminder takes it up again.</summary>
    public static readonly TimeSpan ResumeAfter = TimeSpan.FromMinutes(1);

    /// <summary>The plan.</summary>
    public required RotationId Id { get; init; }

    /// <summary>Its tenant.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>Its cohort.</summary>
    public required CohortId Cohort { get; init; }

    /// <summary>Its stages, first to last.</summary>
    public required ImmutableArray<RotationStage> Stages { get; init; }

    /// <summary>What a new perspective is worth, fixed-point units.</summary>
    public required long PerspectiveBonus { get; init; }

    /// <summary>1 for the first plan, one more with each replanning.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Where it is.</summary>
    public RotationStatus Status { get; init; }

    /// <summary>Who leaves early; at most 200.</summary>
    public ImmutableArray<RotationLeave> Leaves { get; init; } = [];

    /// <summary>What the open stages come to; null before the first plan.</summary>
    public RotationSummary? Plan { get; init; }

    /// <summary>Pages of the stage that begins whose places were found free, before anything of the stage before is ended.</summary>
    public int PagesChecked { get; init; }

    /// <summary>Pages of the stage before whose pairings have been ended, while a stage begins.</summary>
    public int PagesMoved { get; init; }

    /// <summary>Why there is no plan, or why the next stage could not be published; null otherwise.</summary>
    public Refusal? Failure { get; init; }

    /// <summary>When it was started, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it last moved on, UTC.</summary>
    public required DateTimeOffset MovedAt { get; init; }

    /// <summary>The first stage that can still change, from 0; the number of stages when none can.</summary>
    public int FirstOpen => Stages.Count(stage => stage.Begun);

    /// <summary>Whether somebody must go on with it.</summary>
    public bool IsAtWork => Status is RotationStatus.Planning or RotationStatus.Moving;

    /// <summary>When somebody must look after it, UTC; null while it rests.</summary>
    public DateTimeOffset? NextDue => IsAtWork ? MovedAt + ResumeAfter : null;

    /// <summary>The rounds of all stages that have one.</summary>
    public IEnumerable<RoundId> Rounds => Stages.Select(stage => stage.Round).OfType<RoundId>();

    /// <summary>The round that a stage has in this version of the plan: the same on every attempt.</summary>
    /// <param name="stage">The stage, from 0.</param>
    /// <returns>The round's id.</returns>
    public RoundId RoundOf(int stage) => EntityId.Derive<RoundId>(Id.Value, string.Create(CultureInfo.InvariantCulture, $"{Version}.{stage}"));
}
