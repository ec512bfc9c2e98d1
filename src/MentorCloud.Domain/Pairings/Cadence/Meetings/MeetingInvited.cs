using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings.Cadence.Meetings;

/// <summary>One side invited both to a meeting.</summary>
/// <param name="Pairing">The pairing.</param>
/// <param name="Meeting">The meeting.</param>
public sealed record MeetingInvited(PairingId Pairing, Meeting Meeting) : Fact;
