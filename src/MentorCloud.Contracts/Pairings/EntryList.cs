using System.Collections.Immutable;
using MentorCloud.Domain.Pairings.Practice;

namespace MentorCloud.Contracts.Pairings;

/// <summary>Entries with their texts.</summary>
/// <param name="Entries">Newest first, unless said otherwise.</param>
public sealed record EntryList(ImmutableArray<OpenEntry> Entries);
