using System.Text.Json.Serialization;

namespace MentorCloud.Gateway.BenchServer;

internal sealed record PersonNode(string Id, string Name, string Title);

internal sealed record ReasonNode(string Code);

internal sealed record HealthNode(string Status, ReasonNode[] Reasons);

internal sealed record PairingNode(string Id, string Stage, decimal Score, PersonNode Mentor, PersonNode Mentee, HealthNode Health);

internal sealed record PageEnd(bool HasNextPage);

internal sealed record PairingPage(List<PairingNode> Nodes, PageEnd PageInfo);

internal sealed record PageData(PairingPage Pairings);

internal sealed record PageAnswer(PageData Data);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PageAnswer))]
[JsonSerializable(typeof(IEnumerable<string>))]
internal sealed partial class PageJson : JsonSerializerContext;
