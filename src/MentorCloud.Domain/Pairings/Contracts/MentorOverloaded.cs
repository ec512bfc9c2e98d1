using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings.Contracts;

/// <summary>A mentor gave a pairing more hours in a month than the contract says; new assignments are blocked until the month is over.</summary>
/// <param name="Pairing">The pairing.</param>
/// <param name="Mentor">The mentor.</param>
/// <param name="Month">Year times 100 and month.</param>
/// <param name="Minutes">Minutes given.</param>
/// <param name="AgreedMinutes">Minutes agreed.</param>
/// <param name="Until">Until when, UTC.</param>
public sealed record MentorOverloaded(
    PairingId Pairing, ParticipantId Mentor, int Month, int Minutes, int AgreedMinutes, DateTimeOffset Until) : Fact;
