using System.Text.Json.Serialization;

namespace MentorCloud.GraphQL.BenchServer;

internal sealed record Envelope<T>(T Data);

internal sealed record HelloData(string Hello);

internal sealed record ListData(Item[] Items);

internal sealed record NodeOfEdge(string Id, string Name, double Score);

internal sealed record EdgeView(string Cursor, NodeOfEdge Node);

internal sealed record ConnectionView(EdgeView[] Edges, PageInfo PageInfo);

internal sealed record ConnectionData(ConnectionView ItemsConnection);

internal sealed record CreateData(CreatePayload CreateItem);

/// <summary>Source-generated System.Text.Json: what the engine is measured against.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Envelope<HelloData>))]
[JsonSerializable(typeof(Envelope<ListData>))]
[JsonSerializable(typeof(Envelope<ConnectionData>))]
[JsonSerializable(typeof(Envelope<CreateData>))]
[JsonSerializable(typeof(NewItem))]
internal sealed partial class BareJson : JsonSerializerContext;
