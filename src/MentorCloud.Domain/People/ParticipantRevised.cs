using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.People;

/// <summary>A person's profile was revised.</summary>
/// <param name="Participant">The person.</param>
public sealed record ParticipantRevised(ParticipantId Participant) : Fact;
