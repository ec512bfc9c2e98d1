using System.Collections.Immutable;

namespace MentorCloud.Contracts.Pairings;

/// <summary>Proposed times for a meeting.</summary>
/// <param name="Slots">Beginnings, UTC, earliest first.</param>
/// <param name="Minutes">How long.</param>
/// <param name="MentorZone">The mentor's IANA zone.</param>
/// <param name="MenteeZone">The mentee's IANA zone.</param>
public sealed record SlotList(ImmutableArray<DateTimeOffset> Slots, int Minutes, string MentorZone, string MenteeZone);
