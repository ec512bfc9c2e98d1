using MentorCloud.Domain.Pairings;
using MentorCloud.Gateway.Errors;

namespace MentorCloud.Gateway.Cohorts.Sessions;

/// <summary>The payload of the same name.</summary>
internal sealed record CohortSessionPayload(IReadOnlyList<PairingRow> Pairings, IReadOnlyList<UserError> UserErrors);
