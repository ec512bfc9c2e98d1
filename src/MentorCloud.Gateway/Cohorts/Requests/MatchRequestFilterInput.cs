using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Cohorts.Requests;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Gateway.Ids;

namespace MentorCloud.Gateway.Cohorts.Requests;

/// <summary>The input of the same name.</summary>
internal sealed record MatchRequestFilterInput(string? Cohort, MatchRequestStatus? Status)
{
    /// <exception cref="Domain.Refusals.RefusedException">NOT_FOUND.</exception>
    public MatchRequestFilter ToFilter() => new(
        Cohort is null ? null : GlobalId.Require<CohortId>(Cohort, NodeType.Cohort, "filter.cohort"), Status);
}
