using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.People;

/// <summary>A person's data was erased: the profile is empty, and what they confided is noise.</summary>
/// <param name="Participant">The person's id, which stays.</param>
public sealed record ParticipantErased(ParticipantId Participant) : Fact;
