using MentorCloud.Domain.Cohorts.Rounds;
using MentorCloud.Gateway.Errors;

namespace MentorCloud.Gateway.Cohorts;

/// <summary>The payload of the same name.</summary>
internal sealed record RoundPayload(RoundRow? Round, IReadOnlyList<UserError> UserErrors);
