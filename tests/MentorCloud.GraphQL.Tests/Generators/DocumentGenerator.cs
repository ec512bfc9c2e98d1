using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using MentorCloud.GraphQL.Types;

namespace MentorCloud.GraphQL.Tests.Generators;

/// <summary>
/// Writes random executable documents for a schema, with the variables that they need. With <paramref name="mischief"/>
/// in a hundred places it breaks a rule on purpose.
/// </summary>
internal sealed partial class DocumentGenerator(Schema schema, Dice dice, int mischief)
{
    private static readonly string[] Directives =
        ["@include(if: true)", "@skip(if: false)", "@skip(if: true)", "@note(n: 1)", "@note(n: 1) @note(n: 2)", "@once"];

    private readonly Dictionary<string, (GraphQLType Type, string Definition)> _variables = new(StringComparer.Ordinal);
    private readonly List<(string Name, NamedType Type, string Text)> _fragments = [];
    private int _left = 40;

    public JsonObject Variables { get; } = [];

    public string Generate()
    {
        var text = new StringBuilder();
        var kind = dice.Chance(82) ? "query" : dice.Chance(65) ? "mutation" : "subscription";
        var root = kind switch { "query" => schema.Query!, "mutation" => schema.Mutation!, _ => schema.Subscription! };
        var body = kind == "subscription" && !Mischief() ? dice.Pick("{ s }", "{ x: s }", "{ t { __typename } }") : Selections(root, 0);
        var operation = dice.Chance(70) ? kind + (dice.Chance(60) ? " Op" : string.Empty) + Definitions() + Maybe(kind == "query" ? "@note(n: 3)" : "@once", 5) + " " : string.Empty;
        if (operation.Length == 0 && (_variables.Count > 0 || kind != "query")) operation = kind + Definitions() + " ";
        text.Append(operation).Append(body);
        foreach (var (name, type, fragment) in _fragments) text.Append(CultureInfo.InvariantCulture, $"\nfragment {name} on {type.Name}{Maybe("@note(n: 4)", 5)} {fragment}");
        if (Mischief()) text.Append(dice.Pick("\nquery Op { __typename }", "\n{ __typename }", "\ntype X { a: Int }", "\nfragment Lonely on Query { __typename }", "\nfragment Odd on Color { x }"));
        return text.ToString();
    }

    private bool Mischief() => dice.Next(1000) < mischief;

    private string Maybe(string directive, int percent) => dice.Chance(percent) ? " " + directive : string.Empty;

    private string Definitions()
    {
        var all = _variables.Select(v => v.Value.Definition).ToList();
        if (Mischief()) all.Add(dice.Pick("$unused: Int", "$x0: Int", "$out: Query", "$nope: Nope"));
        return all.Count == 0 ? string.Empty : $"({string.Join(", ", all)})";
    }

    private string Selections(NamedType type, int depth)
    {
        var text = new StringBuilder("{ ");
        var count = 1 + dice.Next(depth == 0 ? 5 : 3);
        for (var i = 0; i < count; i++) text.Append(Selection(type, depth)).Append(' ');
        return text.Append('}').ToString();
    }

    private string Selection(NamedType type, int depth)
    {
        _left--;
        if (_left > 0 && dice.Chance(12)) return $"... {(dice.Chance(80) ? $"on {Condition(type).Name} " : string.Empty)}" + Inline(type, depth);
        if (_left > 0 && dice.Chance(10)) return "..." + Fragment(type, depth) + Maybe(dice.Pick(Directives), 8);
        if (type is not FieldsType fields || dice.Chance(6)) return (dice.Chance(20) ? "t: " : string.Empty) + "__typename";
        if (Mischief()) return dice.Pick("nope", "nope { x }", "__schema { types { fields { type { fields { type { fields { name } } } } } } }", "...Unknown", "... on Nope { x }", "... on Int { x }");
        var candidates = fields.Fields.Where(f => (depth < 4 && _left > 0) || f.Type.Named.IsLeaf).ToList();
        return candidates.Count == 0 ? "__typename" : Field(dice.PickFrom(candidates), depth);
    }

    private string _inlineTypeName = string.Empty;

    private string Inline(NamedType type, int depth)
    {
        var condition = _inlineTypeName.Length > 0 ? schema.Types.Find(_inlineTypeName)! : type;
        _inlineTypeName = string.Empty;
        return Maybe(dice.Pick(Directives), 15) + " " + Selections(condition, depth + 1);
    }

    /// <summary>Mostly a type that can apply.</summary>
    private NamedType Condition(NamedType type)
    {
        var all = schema.Types.Where(t => t.IsComposite && !t.Name.StartsWith("__", StringComparison.Ordinal)).ToList();
        var fitting = Mischief() ? all : all.Where(t => schema.Overlap(t, type)).ToList();
        var chosen = dice.PickFrom(fitting);
        _inlineTypeName = chosen.Name;
        return chosen;
    }

    private string Fragment(NamedType type, int depth)
    {
        var known = _fragments.Where(f => schema.Overlap(f.Type, type)).ToList();
        if (known.Count > 0 && dice.Chance(50)) return dice.PickFrom(known).Name;
        var name = Mischief() && _fragments.Count > 0 ? _fragments[0].Name : $"F{_fragments.Count}_{_left}";
        var condition = Condition(type);
        _inlineTypeName = string.Empty;
        var text = Selections(condition, depth + 1);
        if (Mischief()) text = text[..^1] + $"...{name} }}";
        _fragments.Add((name, condition, text));
        return name;
    }

    private string Field(FieldDef field, int depth)
    {
        var arguments = Arguments(field);
        var directive = !dice.Chance(10) ? string.Empty : " " + (Mischief() ? dice.Pick("@nope", "@once @once", "@skip", "@note(n: \"x\")", "@deprecated", "@skip(if: 3)") : Condition());
        var below = field.Type.Named.IsComposite ? " " + Selections(field.Type.Named, depth + 1) : string.Empty;
        if (Mischief()) below = below.Length > 0 ? string.Empty : " { x }";
        return Alias(field, arguments) + field.Name + arguments + directive + below;
    }

    /// <summary>Aliases keep most fields from conflicting: by type, and by number where there are arguments.</summary>
    private string Alias(FieldDef field, string arguments)
    {
        if (Mischief()) return dice.Pick("a: ", "b: ", "x: ", "f0: ");
        if (arguments.Length > 0 && !dice.Chance(5)) return $"z{_left.ToString(CultureInfo.InvariantCulture)}: ";
        return field.Parent is ObjectType && dice.Chance(90) ? $"{field.Parent.Name}_{field.Name}: " : string.Empty;
    }

    private string Condition()
    {
        if (dice.Chance(60)) return dice.Pick(Directives);
        return $"{dice.Pick("@skip", "@include")}(if: {Variable(new NonNullType(schema.Types.Find("Boolean")!), false)})";
    }

    private string Arguments(FieldDef field)
    {
        var given = new List<string>();
        foreach (var argument in field.Arguments)
        {
            if (!argument.IsRequired && dice.Chance(35)) continue;
            if (argument.IsRequired && Mischief()) continue;
            given.Add($"{argument.Name}: {Value(argument.Type, 0, argument.Default is not null)}");
        }

        if (Mischief()) given.Add(dice.Pick("zzz: 1", "a0: 1", "a0: $missing"));
        return given.Count == 0 ? string.Empty : $"({string.Join(", ", given)})";
    }

    private string Variable(GraphQLType type, bool hasDefault)
    {
        var same = _variables.Where(v => GraphQLType.AreEqual(v.Value.Type, type)).Select(v => v.Key).ToList();
        if (same.Count > 0 && dice.Chance(60)) return "$" + dice.PickFrom(same);
        var name = "x" + _variables.Count.ToString(CultureInfo.InvariantCulture);
        if (!Mischief()) Define(name, type, hasDefault);
        return "$" + name;
    }

    private void Define(string name, GraphQLType type, bool hasDefault)
    {
        var written = Mischief() ? dice.Pick("Int", "String!", "[Int]", "InA", "OneA") : type.ToString()!;
        if (type.IsNonNull && hasDefault && dice.Chance(30)) written = type.Nullable.ToString()!;
        var resolved = schema.Resolve(TypeOf(written))!;
        var value = dice.Chance(15) ? $" = {Constant(resolved, 0)}" : string.Empty;
        _variables[name] = (type, $"${name}: {written}{value}{Maybe("@note(n: 5)", 3)}");
        if (!resolved.IsNonNull && value.Length == 0 && dice.Chance(30)) return;
        if (value.Length > 0 && dice.Chance(50)) return;
        Variables[name] = Json(resolved, 0);
    }
}
