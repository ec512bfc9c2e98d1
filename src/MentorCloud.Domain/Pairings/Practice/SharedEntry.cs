using System.Collections.Immutable;
using MentorCloud.Domain.Privacy;

namespace MentorCloud.Domain.Pairings.Practice;

/// <summary>An entry that everybody in the tenant may read, as the tenant's list of them needs it; it has no words (docs/adr/0113).</summary>
/// <param name="Number">Which entry.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="WrittenAt">When, UTC.</param>
public sealed record SharedEntry(int Number, EntryKind Kind, PairingSide Author, DateTimeOffset WrittenAt)
{
    /// <summary>So many of the newest of a pairing are listed.</summary>
    public const int MostListed = 20;

    /// <summary>What the tenant's list shows of a pairing, newest first; nothing of a side whose words were taken out.</summary>
    /// <param name="state">The pairing.</param>
    /// <returns>At most <see cref="MostListed"/>.</returns>
    public static ImmutableArray<SharedEntry> Listed(PairingState state) => Newest(
        state.Shared.Concat(Of(state.Entries)).Where(entry => !state.Forgotten.Contains(entry.Author)));

    /// <summary>Keeps those of entries that leave the state, and of one on a page that was shared.</summary>
    internal static ImmutableArray<SharedEntry> Keep(PairingState state, IEnumerable<Entry> entries) => Newest(state.Shared.Concat(Of(entries)));

    private static IEnumerable<SharedEntry> Of(IEnumerable<Entry> entries) =>
        from entry in entries
        where entry.Visibility == Visibility.Tenant
        select new SharedEntry(entry.Number, entry.Kind, entry.Author, entry.WrittenAt);

    private static ImmutableArray<SharedEntry> Newest(IEnumerable<SharedEntry> entries) =>
        [.. entries.DistinctBy(entry => entry.Number).OrderByDescending(entry => entry.Number).Take(MostListed)];
}
