using System.Globalization;
using System.Text;

namespace MentorCloud.GraphQL.Tests.Generators;

/// <summary>Writes random schemas that use every kind of type; a share of them is wrong in one way.</summary>
internal sealed class SchemaGenerator(Dice dice)
{
    private static readonly string[] Leaves = ["Int", "Float", "String", "Boolean", "ID", "Color", "Any", "Even"];
    private static readonly string[] Inputs = ["Int", "Float", "String", "Boolean", "ID", "Color", "Any", "Even", "InA", "InB", "OneA"];
    private readonly StringBuilder _sdl = new();
    private string[] _objects = [];
    private string[] _interfaces = [];

    public string Generate()
    {
        _objects = [.. Enumerable.Range(0, 3 + dice.Next(3)).Select(i => $"T{i}")];
        _interfaces = [.. Enumerable.Range(0, 1 + dice.Next(2)).Select(i => $"I{i}")];
        _sdl.Append("directive @note(text: String = \"x\", n: Int!) repeatable on FIELD | QUERY | FRAGMENT_SPREAD | INLINE_FRAGMENT | FRAGMENT_DEFINITION | VARIABLE_DEFINITION\n");
        _sdl.Append("directive @once on FIELD | MUTATION | SUBSCRIPTION | FRAGMENT_SPREAD | FIELD_DEFINITION\n");
        _sdl.Append("scalar Any\nscalar Even @specifiedBy(url: \"https://example.com/even\")\nenum Color { RED GREEN BLUE @deprecated }\n");
        WriteInputs();
        WriteComposites();
        return _sdl.ToString();
    }

    private void WriteInputs()
    {
        _sdl.Append("input InA { n: Int! = 3  s: String  list: [Int!]  in: InB  color: Color = GREEN }\n");
        _sdl.Append("input InB { req: Boolean!  f: Float = 1.5  lists: [[String]]  self: InB  any: Any }\n");
        _sdl.Append("input OneA @oneOf { a: Int  b: String  c: InA }\n");
    }

    private void WriteComposites()
    {
        var shared = new List<string[]>();
        for (var i = 0; i < _interfaces.Length; i++)
        {
            var fields = Enumerable.Range(0, 1 + dice.Next(2)).Select(n => $"s{i}{n}: {OutputType(true)}").Append($"argsI{i}{Arguments()}: String").ToArray();
            shared.Add(fields);
            _sdl.Append(CultureInfo.InvariantCulture, $"interface {_interfaces[i]} {{\n  {string.Join("\n  ", fields)}\n}}\n");
        }

        foreach (var name in _objects)
        {
            var implemented = Enumerable.Range(0, _interfaces.Length).Where(_ => dice.Chance(60)).ToList();
            var fields = implemented.SelectMany(i => shared[i]).Concat(Enumerable.Range(0, 3 + dice.Next(3)).Select(n => $"f{n}{(dice.Chance(15) ? Arguments() : string.Empty)}: {OutputType(false)}"));
            var clause = implemented.Count == 0 ? string.Empty : " implements " + string.Join(" & ", implemented.Select(i => _interfaces[i]));
            _sdl.Append(CultureInfo.InvariantCulture, $"type {name}{clause} {{\n  {string.Join("\n  ", fields.Append($"argsT{Arguments()}: String"))}\n}}\n");
        }

        _sdl.Append(CultureInfo.InvariantCulture, $"union U0 = {string.Join(" | ", _objects.Take(2))}\n");
        _sdl.Append(CultureInfo.InvariantCulture, $"type Query {{\n  {string.Join("\n  ", Enumerable.Range(0, 4).Select(n => $"q{n}{(dice.Chance(20) ? Arguments() : string.Empty)}: {OutputType(false)}"))}\n  o: T0\n  u: U0\n  i: I0\n  args{Arguments()}: String\n}}\n");
        _sdl.Append(CultureInfo.InvariantCulture, $"type Mutation {{ m0: T0  m1: Int!  argsM{Arguments()}: String }}\ntype Subscription {{ s: Int  t: T0 }}\n");
    }

    private string Arguments()
    {
        var list = Enumerable.Range(0, 1 + dice.Next(3)).Select(n =>
        {
            var type = dice.Pick(Inputs);
            var written = Wrap(type);
            return $"a{n}: {written}" + (dice.Chance(25) && Default(type, written) is { } value ? $" = {value}" : string.Empty);
        });
        return $"({string.Join(", ", list)})";
    }

    private static string? Default(string type, string written) => (type, written.Contains('[', StringComparison.Ordinal)) switch
    {
        ("Int", false) => "7",
        ("Int", true) => written.StartsWith("[[", StringComparison.Ordinal) ? "[[1], [2]]" : "[1, 2]",
        ("Boolean", false) => "true",
        ("Color", false) => "RED",
        ("String", false) => "\"d\\n\"",
        ("InA", false) => "{ s: \"x\", list: [1] }",
        _ => null,
    };

    private string OutputType(bool leafOnly) =>
        Wrap(leafOnly || dice.Chance(55) ? dice.Pick(Leaves) : dice.Pick<string>([.. _objects, .. _interfaces, "U0"]));

    private string Wrap(string type)
    {
        if (dice.Chance(30)) type += "!";
        if (dice.Chance(25))
        {
            type = $"[{type}]";
            if (dice.Chance(30)) type += "!";
            if (dice.Chance(15)) type = $"[{type}]";
        }

        return type;
    }
}
