using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;

namespace MentorCloud.Contracts.Views;

/// <summary>Which pairings. Null means any.</summary>
/// <param name="Cohort">Only this cohort's.</param>
/// <param name="Stage">Only those in this stage.</param>
/// <param name="Partner">Only those in which this participant is mentor or mentee.</param>
public sealed record PairingFilter(CohortId? Cohort = null, PairingStage? Stage = null, ParticipantId? Partner = null);
