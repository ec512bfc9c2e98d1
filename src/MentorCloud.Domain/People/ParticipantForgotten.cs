using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.People;

/// <summary>The erasure of a person came to its end: nothing of theirs is left in pairings, keys and accounts.</summary>
/// <param name="Participant">The person's id, which stays.</param>
public sealed record ParticipantForgotten(ParticipantId Participant) : Fact;
