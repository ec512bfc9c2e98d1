using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.People;

/// <summary>A person became a member of a cohort.</summary>
/// <param name="Participant">The person.</param>
/// <param name="Cohort">The cohort.</param>
public sealed record ParticipantEnrolled(ParticipantId Participant, CohortId Cohort) : Fact;
