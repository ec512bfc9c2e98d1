using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.People;

/// <summary>A person who had left is back and can be paired again.</summary>
/// <param name="Participant">The person.</param>
public sealed record ParticipantReturned(ParticipantId Participant) : Fact;
