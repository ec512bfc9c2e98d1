using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings.Cases;
using MentorCloud.Gateway.Ids;

namespace MentorCloud.Gateway.Pairings.Cases;

/// <summary>The input of the same name.</summary>
internal sealed record ProgramCaseFilterInput(string? Cohort, CaseKind? Kind, bool? IsOpen)
{
    /// <exception cref="Domain.Refusals.RefusedException">NOT_FOUND.</exception>
    public CaseFilter ToFilter() => new(
        Cohort is null ? null : GlobalId.Require<CohortId>(Cohort, NodeType.Cohort, "filter.cohort"), Kind, IsOpen);
}
