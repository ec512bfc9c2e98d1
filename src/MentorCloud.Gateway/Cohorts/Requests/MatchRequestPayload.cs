using MentorCloud.Domain.Cohorts.Requests;
using MentorCloud.Gateway.Errors;

namespace MentorCloud.Gateway.Cohorts.Requests;

/// <summary>The payload of the same name.</summary>
internal sealed record MatchRequestPayload(MatchRequestRow? MatchRequest, IReadOnlyList<UserError> UserErrors);
