using System.Globalization;

namespace MentorCloud.GraphQL.BenchServer;

internal enum Level
{
    Junior,
    Senior,
}

internal sealed record Owner(string Id, string Name);

/// <summary>Ten scalars and one nested object.</summary>
internal sealed record Item(
    string Id, string Name, string Title, bool Active, double Score, int Count, DateTimeOffset CreatedAt, string Level, double Rate, string? Note, Owner Owner);

internal sealed record Edge(string Cursor, Item Node);

internal sealed record PageInfo(bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor);

internal sealed record Connection(IReadOnlyList<Edge> Edges, PageInfo PageInfo);

internal sealed record NewItem(string Name, string Title, bool Active, double Score, int Count, string? Note);

internal sealed record Created(string Id, string Name, string Title, bool Active, double Score, int Count, string? Note);

internal sealed record CreatePayload(Created Item);

/// <summary>What both servers answer from, so that only the way to the wire differs.</summary>
internal static class Data
{
    public static readonly Item[] Items =
    [
        .. Enumerable.Range(0, 100).Select(i => new Item(
            string.Create(CultureInfo.InvariantCulture, $"item-{i}"),
            string.Create(CultureInfo.InvariantCulture, $"Name of item {i}"),
            "A title of some length, as titles have",
            i % 3 == 0,
            i * 1.25,
            i * 7,
            new DateTimeOffset(2026, 1, 1, 8, 0, 0, TimeSpan.Zero).AddMinutes(i),
            i % 2 == 0 ? "JUNIOR" : "SENIOR",
            0.5 + i,
            i % 4 == 0 ? null : "a note",
            new Owner(string.Create(CultureInfo.InvariantCulture, $"owner-{i % 7}"), "Some Owner"))),
    ];

    public static Connection Page(int first)
    {
        var edges = new Edge[first];
        for (var i = 0; i < first; i++) edges[i] = new Edge(Items[i].Id, Items[i]);
        return new Connection(edges, new PageInfo(true, false, edges[0].Cursor, edges[^1].Cursor));
    }

    public static CreatePayload Create(NewItem input) =>
        new(new Created("item-new", input.Name, input.Title, input.Active, input.Score, input.Count, input.Note));
}
