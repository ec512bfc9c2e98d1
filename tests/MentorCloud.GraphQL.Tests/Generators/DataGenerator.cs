using System.Text.Json.Nodes;
using MentorCloud.GraphQL.Types;

namespace MentorCloud.GraphQL.Tests.Generators;

/// <summary>Makes values for a schema's fields as JSON: mostly fitting, some null, wrong, failing or late.</summary>
internal sealed class DataGenerator(Schema schema, Dice dice)
{
    private const int Deepest = 4;

    public JsonObject Root()
    {
        var root = Object(schema.Query!, 0);
        foreach (var field in schema.Mutation!.Fields) root[field.Name] = Value(field.Type, 1);
        foreach (var field in schema.Subscription!.Fields) root[field.Name] = Plain(field.Type.Nullable, 1);
        return root;
    }

    private JsonObject Object(ObjectType type, int depth)
    {
        var result = new JsonObject { ["$type"] = type.Name };
        foreach (var field in type.Fields)
        {
            if (!field.Name.StartsWith("args", StringComparison.Ordinal)) result[field.Name] = Value(field.Type, depth + 1);
        }

        return result;
    }

    private JsonNode? Value(GraphQLType type, int depth)
    {
        var value = dice.Chance(4) ? null : dice.Chance(2) ? new JsonObject { ["$error"] = "planned" } : Plain(type.Nullable, depth);
        return dice.Chance(8) ? new JsonObject { ["$later"] = value } : value;
    }

    private JsonNode? Plain(GraphQLType type, int depth)
    {
        if (type is ListType list)
        {
            if (dice.Chance(2)) return JsonValue.Create(5);
            return new JsonArray([.. Enumerable.Range(0, dice.Next(3)).Select(_ => Item(list.Item, depth))]);
        }

        if (type.Named.IsComposite) return depth >= Deepest ? null : Composite(type.Named, depth);
        return dice.Chance(4) ? Leaf(dice.Pick("Int", "String", "Boolean", "Float")) : Leaf(type.Named.Name);
    }

    /// <summary>Items are never late: the reference awaits a list's items together, which is its own matter.</summary>
    private JsonNode? Item(GraphQLType type, int depth) => dice.Chance(5) ? null : Plain(type.Nullable, depth);

    private JsonObject Composite(NamedType type, int depth)
    {
        var possible = schema.PossibleTypes(type).OrderBy(t => t.Name, StringComparer.Ordinal).ToList();
        if (possible.Count == 0 || dice.Chance(2)) return new JsonObject { ["$type"] = dice.Pick("Nope", "Color", "Mutation") };
        return Object(dice.PickFrom(possible), depth);
    }

    private JsonValue Leaf(string name) => name switch
    {
        "Int" => JsonValue.Create(dice.Pick(0, 1, -5, 2147483647, 42)),
        "Float" => JsonValue.Create(dice.Pick(0.5, -1.25, 3, 1e10)),
        "Boolean" => JsonValue.Create(dice.Chance(50)),
        "Even" => JsonValue.Create(dice.Pick(0, 2, -44, 7)),
        "Color" => JsonValue.Create(dice.Pick("RED", "GREEN", "BLUE", "PINK")),
        _ => JsonValue.Create(dice.Pick("x", "", "quote \" and \\ and \n", "\u00e9\u4e16\ud83d\ude00", "12")),
    };
}
