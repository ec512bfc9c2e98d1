using MentorCloud.Domain.Cohorts;
using MentorCloud.Gateway.Errors;

namespace MentorCloud.Gateway.Cohorts;

/// <summary>The payload of the same name.</summary>
internal sealed record CohortPayload(CohortRow? Cohort, IReadOnlyList<UserError> UserErrors);
