using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Refusals;
using MentorCloud.Gateway.Ids;

namespace MentorCloud.Gateway.People;

/// <summary>The input of the same name.</summary>
internal sealed record ParticipantFilterInput(string? Cohort, ParticipantKind? Kind, string? Search)
{
    private const int LongestSearch = 100;

    /// <exception cref="RefusedException">NOT_FOUND, INPUT_INVALID.</exception>
    public ParticipantFilter ToFilter() => Search?.Length > LongestSearch
        ? throw new RefusedException(new Refusal(ErrorCodes.InputInvalid, "Search for at most 100 characters.", "filter.search"))
        : new ParticipantFilter(
            Cohort is null ? null : GlobalId.Require<CohortId>(Cohort, NodeType.Cohort, "filter.cohort"), Kind, Search);
}
