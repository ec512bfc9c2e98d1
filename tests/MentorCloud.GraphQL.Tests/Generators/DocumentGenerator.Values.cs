using System.Text.Json.Nodes;
using MentorCloud.GraphQL.Language;
using MentorCloud.GraphQL.Types;

namespace MentorCloud.GraphQL.Tests.Generators;

internal sealed partial class DocumentGenerator
{
    private bool _constant;

    private static TypeNode TypeOf(string written) =>
        ((OperationDefinition)Parser.Parse($"query($x: {written}) {{ a }}").Definitions[0]).Variables[0].Type;

    private string Constant(GraphQLType type, int depth)
    {
        _constant = true;
        var value = Value(type, depth, false);
        _constant = false;
        return value;
    }

    private string Value(GraphQLType type, int depth, bool hasDefault)
    {
        if (!_constant && dice.Chance(25)) return Variable(type, hasDefault);
        if (Mischief()) return dice.Pick("1", "\"s\"", "true", "null", "RED", "[1]", "{ a: 1 }", "1.5", "99999999999", "[[[]]]");
        if (!type.IsNonNull && dice.Chance(10)) return "null";
        return type.Nullable switch
        {
            ListType list => dice.Chance(15) && !list.Item.IsNonNull ? Value(list.Item, depth + 1, false) : $"[{string.Join(", ", Enumerable.Range(0, dice.Next(3)).Select(_ => Value(list.Item, depth + 1, false)))}]",
            InputObjectType input => InputLiteral(input, depth),
            var leaf => Leaf(leaf.Named.Name),
        };
    }

    private string InputLiteral(InputObjectType type, int depth)
    {
        if (type.IsOneOf && !Mischief())
        {
            var field = type.Fields[dice.Next(depth > 2 ? 2 : type.Fields.Count)];
            return $"{{ {field.Name}: {Value(new NonNullType(field.Type), depth + 1, false)} }}";
        }

        var fields = new List<string>();
        foreach (var field in type.Fields)
        {
            if ((!field.IsRequired && (depth > 2 || dice.Chance(50))) || (field.IsRequired && Mischief())) continue;
            fields.Add($"{field.Name}: {Value(field.Type, depth + 1, field.Default is not null)}");
        }

        if (Mischief()) fields.Add(dice.Pick("zzz: 1", fields.Count > 0 ? fields[0] : "yyy: 2"));
        return $"{{ {string.Join(", ", fields)} }}";
    }

    private string Leaf(string name) => name switch
    {
        "Int" => dice.Pick("0", "5", "-3", "2147483647"),
        "Float" => dice.Pick("0", "1.5", "-2e3", "7"),
        "Boolean" => dice.Pick("true", "false"),
        "ID" => dice.Pick("\"id\"", "17"),
        "Color" => dice.Pick("RED", "GREEN", "BLUE"),
        "Even" => dice.Pick("0", "-2", "14", "8", dice.Chance(20) ? "3" : "4"),
        "Any" => dice.Pick("1", "\"any\"", "[1, { a: true }]", "{ b: null }", "ENUM", "2.5"),
        _ => dice.Pick("\"s\"", "\"\"", "\"\\u00e9 \\\" \\n\"", "\"\"\"block\n  text\"\"\"", "\"\\u{1F600}\""),
    };

    private JsonNode? Json(GraphQLType type, int depth)
    {
        if (Mischief()) return dice.Pick<JsonNode?>(JsonValue.Create(1), JsonValue.Create("s"), null, new JsonArray(JsonValue.Create(1)), JsonValue.Create(1.5), new JsonObject { ["a"] = 1 }, JsonValue.Create(3e12));
        if (!type.IsNonNull && dice.Chance(12)) return null;
        return type.Nullable switch
        {
            ListType list => dice.Chance(15) ? Json(new NonNullType(list.Item.Nullable), depth + 1) : new JsonArray([.. Enumerable.Range(0, dice.Next(3)).Select(_ => Json(list.Item, depth + 1))]),
            InputObjectType input => InputJson(input, depth),
            var leaf => LeafJson(leaf.Named.Name),
        };
    }

    private JsonObject InputJson(InputObjectType type, int depth)
    {
        var result = new JsonObject();
        if (type.IsOneOf && !Mischief())
        {
            var field = type.Fields[dice.Next(depth > 2 ? 2 : type.Fields.Count)];
            result[field.Name] = Json(new NonNullType(field.Type), depth + 1);
            return result;
        }

        foreach (var field in type.Fields)
        {
            if ((!field.IsRequired && (depth > 2 || dice.Chance(50))) || (field.IsRequired && Mischief())) continue;
            result[field.Name] = Json(field.Type, depth + 1);
        }

        if (Mischief()) result["zzz"] = 1;
        return result;
    }

    private JsonNode LeafJson(string name) => name switch
    {
        "Int" => JsonValue.Create(dice.Pick(0, 5, -3)),
        "Float" => JsonValue.Create(dice.Pick(0, 1.5, -2000)),
        "Boolean" => JsonValue.Create(dice.Chance(50)),
        "ID" => dice.Chance(50) ? JsonValue.Create("id") : JsonValue.Create(17),
        "Color" => JsonValue.Create(dice.Pick("RED", "GREEN", "BLUE")),
        "Even" => JsonValue.Create(dice.Chance(5) ? 1 : dice.Pick(0, 2, -14)),
        "Any" => new JsonObject { ["k"] = new JsonArray(JsonValue.Create(1), JsonValue.Create("x")) },
        _ => JsonValue.Create(dice.Pick("s", "", "\u00e9 \" \n")),
    };
}
