using System.Text.Json;
using System.Text.Json.Nodes;

namespace MentorCloud.Identity.Scim.Bulk;

/// <summary>The ids that take the place of <c>bulkId:NAME</c> in what operations say.</summary>
internal sealed class BulkReferences
{
    private const string Prefix = "bulkId:";
    private readonly Dictionary<string, string> _made = new(StringComparer.Ordinal);

    public void Add(string bulkId, string id) => _made[bulkId] = id;

    /// <summary>The names that an operation waits for still.</summary>
    public IReadOnlyList<string> Missing(BulkOperation operation) =>
        [.. Texts(operation.Data).Append(operation.Id ?? string.Empty).Where(IsReference).Select(text => text[Prefix.Length..]).Where(name => !_made.ContainsKey(name)).Distinct()];

    /// <summary>The operation with the ids in their places.</summary>
    public BulkOperation Filled(BulkOperation operation) => !Texts(operation.Data).Append(operation.Id ?? string.Empty).Any(IsReference)
        ? operation
        : operation with
        {
            Id = operation.Id is { } id && IsReference(id) ? _made[id[Prefix.Length..]] : operation.Id,
            Data = operation.Data is { } data ? JsonSerializer.SerializeToElement(Filled(JsonNode.Parse(data.GetRawText()))) : null,
        };

    private JsonNode? Filled(JsonNode? node) => node switch
    {
        JsonObject all => new JsonObject(all.ToList().Select(each => KeyValuePair.Create(each.Key, Filled(each.Value)))),
        JsonArray many => new JsonArray([.. many.Select(Filled)]),
        JsonValue value when value.GetValueKind() == JsonValueKind.String && IsReference(value.ToString()) => JsonValue.Create(_made[value.ToString()[Prefix.Length..]]),
        _ => node?.DeepClone(),
    };

    private static bool IsReference(string text) => text.StartsWith(Prefix, StringComparison.Ordinal);

    private static IEnumerable<string> Texts(JsonElement? element) => element switch
    {
        { ValueKind: JsonValueKind.String } text => [text.GetString()!],
        { ValueKind: JsonValueKind.Array } many => many.EnumerateArray().SelectMany(each => Texts(each)),
        { ValueKind: JsonValueKind.Object } all => all.EnumerateObject().SelectMany(each => Texts(each.Value)),
        _ => [],
    };
}
