using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings.Cadence;

/// <summary>A closed safety pulse in the views, from where it is read in sums over whole cohorts only (requirement 55).</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Pairing">The pairing.</param>
/// <param name="Number">Which of its pulses.</param>
/// <param name="Cohort">The cohort.</param>
/// <param name="Month">Year times 100 and month in which it was closed.</param>
/// <param name="Mentor">The mentor.</param>
/// <param name="Mentee">The mentee.</param>
/// <param name="MentorScore">1..5; 0 when the mentor did not answer.</param>
/// <param name="MenteeScore">1..5; 0 when the mentee did not answer.</param>
public sealed record PulseRow(
    TenantId Tenant, PairingId Pairing, int Number, CohortId Cohort, int Month,
    ParticipantId Mentor, ParticipantId Mentee, int MentorScore, int MenteeScore) : ViewRow
{
    /// <summary>Unique in the tenant.</summary>
    public string Id => $"{Pairing}.{Number}";
}
