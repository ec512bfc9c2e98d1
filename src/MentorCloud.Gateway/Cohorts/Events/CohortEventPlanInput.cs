using MentorCloud.Domain.Cohorts.Events;

namespace MentorCloud.Gateway.Cohorts.Events;

/// <summary>The input of the same name.</summary>
internal sealed record CohortEventPlanInput(
    string IdempotencyKey, string Cohort, string? Event, CohortEventKind Kind, string Title, DateTimeOffset StartsAt, int Minutes);
