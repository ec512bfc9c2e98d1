using System.Text.Json;
using MentorCloud.Integration.Tests.Http;

namespace MentorCloud.Integration.Tests.Isolation.Matrix;

/// <summary>The schema as the server tells it, so that fields are in the matrix as soon as they are served.</summary>
internal sealed class SchemaModel
{
    private const string Reference = "kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } }";

    private const string Query = $$"""
        { __schema { types {
            kind name possibleTypes { name } enumValues { name } isOneOf
            inputFields { name defaultValue type { {{Reference}} } }
            fields { name type { {{Reference}} } args { name defaultValue type { {{Reference}} } } } } } }
        """;

    private readonly Dictionary<string, JsonElement> types;

    private SchemaModel(JsonElement schema) => types = schema.GetProperty("types").EnumerateArray().ToDictionary(type => Name(type)!);

    /// <summary>Names of the types that have a global id.</summary>
    public IReadOnlyList<string> Nodes => [.. types["Node"].GetProperty("possibleTypes").EnumerateArray().Select(type => Name(type)!)];

    public static async Task<SchemaModel> ReadAsync(GraphQLClient client) => new((await client.QueryAsync(Query)).GetProperty("__schema"));

    /// <summary>The fields of a type.</summary>
    public IEnumerable<SchemaField> FieldsOf(string type) => types[type].GetProperty("fields").EnumerateArray().Select(field => new SchemaField(
        type, Name(field)!, SchemaType.Of(field.GetProperty("type")), [.. field.GetProperty("args").EnumerateArray().Select(Input)]));

    /// <summary>The fields of an input type; none for other types.</summary>
    public IReadOnlyList<SchemaInput> InputsOf(string type) =>
        types[type].GetProperty("inputFields") is { ValueKind: JsonValueKind.Array } fields ? [.. fields.EnumerateArray().Select(Input)] : [];

    /// <summary>Every member of an input and argument of a field that is a text or a number, by its path and its name.</summary>
    public IEnumerable<(string Path, string Name)> PlainInputs()
    {
        foreach (var type in types.Values.Select(type => Name(type)!).Where(type => !type.StartsWith("__", StringComparison.Ordinal)))
        {
            foreach (var input in InputsOf(type).Where(IsPlain))
            {
                yield return ($"{type}.{input.Name}", input.Name);
            }

            foreach (var (field, input) in Fields(type).SelectMany(field => field.Arguments.Where(IsPlain).Select(input => (field, input))))
            {
                yield return ($"{field.Path}.{input.Name}", input.Name);
            }
        }
    }

    public string KindOf(string type) => types[type].GetProperty("kind").GetString()!;

    public bool IsOneOf(string type) => types[type].GetProperty("isOneOf") is { ValueKind: JsonValueKind.True };

    public string FirstValueOf(string type) => Name(types[type].GetProperty("enumValues")[0])!;

    /// <summary>What a document selects of a value: ids, how many there are, and what was wrong.</summary>
    public string Selection(SchemaType type, int depth = 0)
    {
        if (KindOf(type.Name) is not ("OBJECT" or "INTERFACE"))
        {
            return string.Empty;
        }

        var parts = new List<string> { "__typename" };
        foreach (var field in FieldsOf(type.Name).Where(field => field.Arguments.All(argument => !argument.IsRequired)))
        {
            parts.Add(field.Name switch
            {
                "id" or "totalCount" => field.Name,
                "userErrors" => "userErrors { code field message }",
                "nodes" when depth == 0 => $"nodes {Selection(field.Type, 1)}",
                _ => string.Empty,
            });
        }

        return $"{{ {string.Join(' ', parts.Where(part => part.Length > 0))} }}";
    }

    private IEnumerable<SchemaField> Fields(string type) => types[type].GetProperty("fields").ValueKind == JsonValueKind.Array ? FieldsOf(type) : [];

    private static bool IsPlain(SchemaInput input) => input.Type.Name is "String" or "Int";

    private static SchemaInput Input(JsonElement input) => new(
        Name(input)!, SchemaType.Of(input.GetProperty("type")), input.GetProperty("defaultValue").ValueKind != JsonValueKind.Null);

    private static string? Name(JsonElement element) => element.GetProperty("name").GetString();
}
