using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings.Health;

/// <summary>A pairing is stalled: the program is to see it as a proposal, with alternatives ranked by the matching engine.</summary>
/// <param name="Pairing">The pairing.</param>
/// <param name="Cohort">Its cohort.</param>
/// <param name="Mentor">The mentor.</param>
/// <param name="Mentee">The mentee.</param>
/// <param name="Checks">Alignment checks in a row without progress.</param>
public sealed record RebalancingProposed(
    PairingId Pairing, CohortId Cohort, ParticipantId Mentor, ParticipantId Mentee, int Checks) : Fact;
