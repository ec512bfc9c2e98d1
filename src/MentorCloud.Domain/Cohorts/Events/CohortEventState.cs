using System.Collections.Immutable;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Cohorts.Events;

/// <summary>An event of a cohort with its invitations. Five hundred invitations keep it under 64 KB.</summary>
public sealed record CohortEventState
{
    /// <summary>How many people can be invited at most.</summary>
    public const int MostInvited = 500;

    /// <summary>The event.</summary>
    public required CohortEventId Id { get; init; }

    /// <summary>What was planned, as moved since.</summary>
    public required PlanCohortEvent Plan { get; init; }

    /// <summary>Whether it was called off.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>Who is invited, and what became of it.</summary>
    public ImmutableArray<Invitation> Invitations { get; init; } = [];

    /// <summary>Its row in the views.</summary>
    /// <param name="tenant">Its tenant.</param>
    /// <returns>The row.</returns>
    public CohortEventRow ToRow(TenantId tenant) => new(
        Id, tenant, Plan.Cohort, Plan.Kind, Plan.Title, Plan.StartsAt, Plan.Minutes, IsCancelled, [.. Invitations.Select(each => each.Participant)]);

    /// <summary>Notes for everybody invited, at most 4,000 characters; empty while none.</summary>
    public string Notes { get; init; } = string.Empty;
}
