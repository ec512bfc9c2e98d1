using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Health;
using MentorCloud.Gateway.Ids;

namespace MentorCloud.Gateway.Pairings;

/// <summary>The input of the same name.</summary>
internal sealed record PairingFilterInput(
    string? Cohort, PairingStage? Stage, string? Participant, HealthStatus? HealthAtLeast, HealthReason? HealthReason)
{
    /// <exception cref="Domain.Refusals.RefusedException">NOT_FOUND.</exception>
    public PairingFilter ToFilter() => new(
        Cohort is null ? null : GlobalId.Require<CohortId>(Cohort, NodeType.Cohort, "filter.cohort"),
        Stage,
        Participant is null ? null : GlobalId.Require<ParticipantId>(Participant, NodeType.Participant, "filter.participant"),
        HealthAtLeast,
        HealthReason);
}
