using MentorCloud.Contracts.Views;

namespace MentorCloud.Gateway.Paging;

/// <summary>A page of a list as the Relay specification shapes it.</summary>
internal sealed record Connection<TNode>(IReadOnlyList<Edge<TNode>> Edges, PageInfo PageInfo, int TotalCount)
{
    public IReadOnlyList<TNode> Nodes => [.. Edges.Select(edge => edge.Node)];

    public static Connection<TNode> Of(Page<TNode> page)
    {
        var edges = page.Rows.Select(row => new Edge<TNode>(row.Cursor, row.Row)).ToList();
        var info = new PageInfo(
            page.HasNext, page.HasPrevious, edges.Count == 0 ? null : edges[0].Cursor, edges.Count == 0 ? null : edges[^1].Cursor);
        return new Connection<TNode>(edges, info, page.Total ?? 0);
    }
}
