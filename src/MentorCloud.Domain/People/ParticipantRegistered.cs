using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.People;

/// <summary>A person was registered. The customer's id for them is not told: facts are kept, and an erasure could not take it out.</summary>
/// <param name="Participant">The person.</param>
/// <param name="Kind">Mentor or mentee.</param>
public sealed record ParticipantRegistered(ParticipantId Participant, ParticipantKind Kind) : Fact;
