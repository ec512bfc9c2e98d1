using System.Collections.Immutable;
using MentorCloud.Domain.Pairings.Practice;

namespace MentorCloud.Contracts.Pairings;

/// <summary>Entries with their texts.</summary>
/// <param name="Entries">Newest first, unless said otherwise.</param>
/// <param name="Total">How many there are in all that the viewer may see.</param>
/// <param name="HasMore">Whether older ones follow.</param>
/// <param name="HasNewer">Whether there are newer ones that the viewer may see.</param>
public sealed record EntryList(ImmutableArray<OpenEntry> Entries, int Total = 0, bool HasMore = false, bool HasNewer = false);
