using System.Collections.Immutable;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings;

/// <summary>Prepares a pairing for a round that is being published; until then nobody sees it.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Round">The round.</param>
/// <param name="Mentor">The mentor, whose slot is reserved already.</param>
/// <param name="Mentee">The mentee.</param>
/// <param name="TimeZone">IANA zone in which duties fall due: the mentee's.</param>
/// <param name="CadenceDays">Days between check-ins that a contract begins with.</param>
/// <param name="EndsAt">When the pairing's term ends, UTC.</param>
/// <param name="WeightsVersion">Version of the weights it was made with.</param>
/// <param name="Score">Its score, fixed-point units.</param>
/// <param name="Factors">What the score is made of.</param>
/// <param name="Type">The type of program, whose differences it follows.</param>
public sealed record PreparePairing(
    CohortId Cohort,
    RoundId Round,
    ParticipantId Mentor,
    ParticipantId Mentee,
    string TimeZone,
    int CadenceDays,
    DateTimeOffset EndsAt,
    int WeightsVersion,
    long Score,
    ImmutableArray<FactorScore> Factors,
    ProgramType Type = ProgramType.OneToOne)
{
    /// <summary>The numbers of its cohort's rules, as they were then.</summary>
    public CohortNumbers Numbers { get; init; } = CohortNumbers.Default;
}
