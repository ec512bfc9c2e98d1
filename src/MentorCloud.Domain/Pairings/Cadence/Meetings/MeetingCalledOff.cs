using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings.Cadence.Meetings;

/// <summary>A meeting that lay ahead will not be held: a side called it off, or the pairing ended.</summary>
/// <param name="Pairing">The pairing.</param>
/// <param name="Meeting">The meeting.</param>
public sealed record MeetingCalledOff(PairingId Pairing, Meeting Meeting) : Fact;
