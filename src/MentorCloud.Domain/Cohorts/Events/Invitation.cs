using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Cohorts.Events;

/// <summary>One person's invitation.</summary>
/// <param name="Participant">The person.</param>
/// <param name="Status">Where it is.</param>
public sealed record Invitation(ParticipantId Participant, InvitationStatus Status);
