using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings.Practice;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Paging;
using MentorCloud.GraphQL;

namespace MentorCloud.Gateway.Pairings.Sharing;

/// <summary>Field of <c>Query</c> about what pairings share with the whole tenant.</summary>
internal static class SharedEntryQueries
{
    public static async Task<Connection<SharedEntry>> SharedEntriesAsync(
        int? first, string? after, int? last, string? before, EntryKind? kind, OrderDirection direction, Caller caller,
        GuardedProgram program, GuardedViews views, GrainReader reader, FieldContext field, CancellationToken cancellationToken)
    {
        var page = PageArguments.Read(field, first, after, last, before, direction == OrderDirection.Desc);
        var found = await program.SharedEntriesAsync(caller, kind, page, cancellationToken);
        var entries = await Task.WhenAll(found.Rows.Select(row => row.Row).GroupBy(row => row.Pairing).Select(rows => OpenAsync(caller, reader, rows)));
        var opened = entries.SelectMany(each => each).ToDictionary(each => each.Id, each => each.Entry, StringComparer.Ordinal);
        var authors = await views.AuthorsAsync(caller, found.Rows.Select(row => row.Row.Author), "Read SharedEntries", cancellationToken);
        return Connection<SharedEntry>.Of(new Page<SharedEntry>(
            [.. found.Rows.Where(row => opened.ContainsKey(row.Row.Id)).Select(row => new PagedRow<SharedEntry>(Node(row.Row, opened[row.Row.Id], authors), row.Cursor))],
            found.HasNext, found.HasPrevious, found.Total));
    }

    /// <summary>The pairing says what is shared by now: a row of the list may be older or newer than it.</summary>
    private static async Task<IEnumerable<(string Id, OpenEntry Entry)>> OpenAsync(Caller caller, GrainReader reader, IGrouping<PairingId, SharedEntryRow> rows)
    {
        var byNumber = rows.ToDictionary(row => row.Number, row => row.Id);
        var shared = await reader.Pairing(caller, rows.Key).SharedEntries(caller.Actor, [.. byNumber.Keys]);
        return shared.Value is { } list ? list.Entries.Select(entry => (byNumber[entry.Head.Number], entry)) : [];
    }

    private static SharedEntry Node(SharedEntryRow row, OpenEntry entry, IReadOnlyDictionary<ParticipantId, string> authors) => new(
        row.Kind, authors[row.Author], row.WrittenAt, entry.Head.Topic, entry.Texts);
}
