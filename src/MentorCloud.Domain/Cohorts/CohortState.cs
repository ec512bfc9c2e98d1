using System.Collections.Immutable;
using MentorCloud.Domain.Cohorts.Weights;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Time;

namespace MentorCloud.Domain.Cohorts;

/// <summary>A cohort. Its members are on roster pages beside it, so that it stays small at any size.</summary>
public sealed record CohortState
{
    /// <summary>How many members a roster page holds.</summary>
    public const int MembersPerPage = 500;

    /// <summary>The cohort.</summary>
    public required CohortId Id { get; init; }

    /// <summary>Its tenant.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>Its design.</summary>
    public required CohortDesign Design { get; init; }

    /// <summary>Version of the weights in the design: 1, and one more with each change (requirement 23).</summary>
    public int WeightsVersion { get; init; } = 1;

    /// <summary>Design, open or closed.</summary>
    public CohortPhase Phase { get; init; }

    /// <summary>Mentors on the roster.</summary>
    public int Mentors { get; init; }

    /// <summary>Mentees on the roster.</summary>
    public int Mentees { get; init; }

    /// <summary>Roster pages in use.</summary>
    public int RosterPages { get; init; }

    /// <summary>The round published last; null before the first. Whom it left without a mentor has priority in the next (requirement 22).</summary>
    public PublishedRound? LastRound { get; init; }

    /// <summary>Earlier versions of the weights, oldest first; the newest <see cref="Weights.WeightsVersion.Kept"/>.</summary>
    public ImmutableArray<WeightsVersion> EarlierWeights { get; init; } = [];

    /// <summary>The newest proposal of weights; null before the first.</summary>
    public WeightProposal? Proposal { get; init; }

    /// <summary>The newest rotation plan; null when there is none.</summary>
    public RotationId? Rotation { get; init; }

    /// <summary>When it was designed, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Its first instant; null while the first day is not set.</summary>
    public DateTimeOffset? StartsAt => Design.StartsOn is { } day ? At(day) : null;

    /// <summary>Half time, unless the cohort is evergreen: the day in the middle between first and last; null while the first day is not set.</summary>
    public DateTimeOffset? Midcourse => Design is { Evergreen: false, StartsOn: { } day }
        ? At(day.AddDays((day.AddMonths(Design.Months).DayNumber - day.DayNumber) / 2))
        : null;

    /// <summary>The instant at which it is over; null while the first day is not set, and for an evergreen cohort.</summary>
    public DateTimeOffset? EndsAt => Design is { Evergreen: false, StartsOn: { } day } ? At(day.AddMonths(Design.Months)) : null;

    /// <summary>When the term of pairings ends that a round makes now: the cohort's end, or in an evergreen cohort its months from today.</summary>
    /// <param name="now">The instant.</param>
    /// <returns>UTC.</returns>
    /// <exception cref="InvalidOperationException">The cohort has no first day: it cannot be open.</exception>
    public DateTimeOffset PairingsEndAt(DateTimeOffset now) => Design.Evergreen
        ? At(LocalTimes.DateIn(now, Design.TimeZone).AddMonths(Design.Months))
        : EndsAt ?? throw new InvalidOperationException("A cohort without a first day has no pairings.");

    /// <summary>The cohort's row in the views.</summary>
    /// <returns>The row.</returns>
    public CohortRow ToRow() => new(
        Id, Tenant, Design.Name, Phase, Design.StartsOn, Midcourse, EndsAt, Mentors, Mentees, CreatedAt);

    private DateTimeOffset At(DateOnly day) => LocalTimes.ToInstant(day, TimeOnly.MinValue, Design.TimeZone);
}
