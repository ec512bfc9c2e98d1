using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.People;

/// <summary>A person left the company: every pairing that holds them ends, and mentees of a mentor get cover.</summary>
/// <param name="Participant">The person.</param>
/// <param name="Pairings">How many pairings held them.</param>
public sealed record ParticipantDeparted(ParticipantId Participant, int Pairings) : Fact;
