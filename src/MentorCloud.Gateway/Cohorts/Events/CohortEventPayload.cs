using MentorCloud.Domain.Cohorts.Events;
using MentorCloud.Gateway.Errors;

namespace MentorCloud.Gateway.Cohorts.Events;

/// <summary>The payload of the same name.</summary>
internal sealed record CohortEventPayload(CohortEventRow? Event, IReadOnlyList<UserError> UserErrors);
