using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts.Rounds;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Paging;

namespace MentorCloud.Gateway.Cohorts;

/// <summary>Reads entries of a draft by their place; a draft never changes, so places are cursors.</summary>
internal sealed class DraftPages(GrainReader reader, GuardedViews views, Caller caller, RoundRow round)
{
    private const int PerPage = DraftPageState.EntriesPerPage;

    /// <returns>The page; null for callers who may not see drafts.</returns>
    /// <exception cref="Domain.Refusals.RefusedException">INPUT_INVALID, CURSOR_INVALID.</exception>
    public async Task<Connection<TEntry>?> ReadAsync<TEntry>(
        string list, int first, string? after, int total, Func<DraftPageState, IReadOnlyList<TEntry>> entries, CancellationToken cancellationToken)
    {
        if (Policy.Refuse("DraftPage.Get", caller.Actor) is not null)
        {
            return null;
        }

        var name = $"{list}:{round.Id}";
        var begin = PlaceCursors.Begin(name, first, after, total);
        var edges = new List<Edge<TEntry>>();
        for (var page = begin / PerPage; edges.Count < first && (page * PerPage) < total; page++)
        {
            if (await reader.DraftPageAsync(caller, round.Id, page) is not { } content)
            {
                break;
            }

            var skip = Math.Max(0, begin - (page * PerPage));
            edges.AddRange(entries(content).Select((entry, index) => new Edge<TEntry>(PlaceCursors.Of(name, (page * PerPage) + index), entry))
                .Skip(skip).Take(first - edges.Count));
        }

        if (edges.Count > 0)
        {
            await views.AuditDraftAsync(caller, round.Id, edges.Count, cancellationToken);
        }

        return PlaceCursors.Page(edges, begin, total);
    }
}
