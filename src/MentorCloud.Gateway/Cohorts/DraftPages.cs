using MentorCloud.Domain.Cohorts.Rounds;
using MentorCloud.Domain.Refusals;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Paging;

namespace MentorCloud.Gateway.Cohorts;

/// <summary>Reads entries of a draft by their place; a draft never changes, so places are cursors.</summary>
internal sealed class DraftPages(GrainReader reader, Caller caller, RoundRow round)
{
    private const char List = 'd';
    private const int LargestSize = 100;
    private const int PerPage = DraftPageState.EntriesPerPage;

    /// <exception cref="RefusedException">INPUT_INVALID, CURSOR_INVALID, FORBIDDEN.</exception>
    public async Task<Connection<TEntry>> ReadAsync<TEntry>(
        int first, string? after, int total, Func<DraftPageState, IReadOnlyList<TEntry>> entries)
    {
        if (first is < 1 or > LargestSize)
        {
            throw new RefusedException(new Refusal(ErrorCodes.InputInvalid, $"Ask for 1 to {LargestSize} entries at a time, not {first}.", "first"));
        }

        var begin = Place(after, total);
        var edges = new List<Edge<TEntry>>();
        for (var page = begin / PerPage; edges.Count < first && (page * PerPage) < total; page++)
        {
            if (await reader.DraftPageAsync(caller, round.Id, page) is not { } content)
            {
                break;
            }

            var skip = Math.Max(0, begin - (page * PerPage));
            edges.AddRange(entries(content).Select((entry, index) => new Edge<TEntry>(Cursor((page * PerPage) + index), entry))
                .Skip(skip).Take(first - edges.Count));
        }

        var info = new PageInfo(
            begin + edges.Count < total, begin > 0, edges.Count == 0 ? null : edges[0].Cursor, edges.Count == 0 ? null : edges[^1].Cursor);
        return new Connection<TEntry>(edges, info, total);
    }

    private static string Cursor(int place) => NumberCursor.Write(List, place);

    private static int Place(string? after, int total)
    {
        if (NumberCursor.Read(List, after) is not { } place)
        {
            return 0;
        }

        return place < total
            ? place + 1
            : throw new RefusedException(new Refusal(ErrorCodes.CursorInvalid, "This cursor is not of this list; begin again without one.", "after"));
    }
}
