using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.People;

/// <summary>A person was registered.</summary>
/// <param name="Participant">The person.</param>
/// <param name="ExternalId">The customer's id for the person.</param>
/// <param name="Kind">Mentor or mentee.</param>
public sealed record ParticipantRegistered(ParticipantId Participant, string ExternalId, ParticipantKind Kind) : Fact;
