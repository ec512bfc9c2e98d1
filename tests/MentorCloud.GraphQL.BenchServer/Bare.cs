using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace MentorCloud.GraphQL.BenchServer;

/// <summary>The limit: hand-written endpoints that give the same JSON and read nothing that they do not need.</summary>
internal static class Bare
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/hello", (RequestDelegate)(http => http.Response.WriteAsJsonAsync(
            new Envelope<HelloData>(new HelloData("world")), BareJson.Default.EnvelopeHelloData)));
        app.MapGet("/list", (RequestDelegate)(http => http.Response.WriteAsJsonAsync(
            new Envelope<ListData>(new ListData(Data.Items)), BareJson.Default.EnvelopeListData)));
        app.MapGet("/connection", (RequestDelegate)(http => http.Response.WriteAsJsonAsync(
            new Envelope<ConnectionData>(new ConnectionData(View(Data.Page(20)))), BareJson.Default.EnvelopeConnectionData)));
        app.MapPost("/mutation", (RequestDelegate)(async http =>
        {
            var input = await http.Request.ReadFromJsonAsync(BareJson.Default.NewItem);
            await http.Response.WriteAsJsonAsync(new Envelope<CreateData>(new CreateData(Data.Create(input!))), BareJson.Default.EnvelopeCreateData);
        }));
    }

    private static ConnectionView View(Connection page)
    {
        var edges = new EdgeView[page.Edges.Count];
        for (var i = 0; i < edges.Length; i++)
        {
            var edge = page.Edges[i];
            edges[i] = new EdgeView(edge.Cursor, new NodeOfEdge(edge.Node.Id, edge.Node.Name, edge.Node.Score));
        }

        return new ConnectionView(edges, page.PageInfo);
    }
}
