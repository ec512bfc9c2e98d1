using MentorCloud.GraphQL.Language;

namespace MentorCloud.GraphQL.Building;

/// <summary>A directive must not refer to itself, by directives on its arguments or by what stands on their types (specification, section 3.13).</summary>
internal sealed class DirectiveCycles(Document document)
{
    private readonly Dictionary<string, DirectiveDefinition> _directives = document.Definitions.OfType<DirectiveDefinition>()
        .ToDictionary(d => d.Name.Value, StringComparer.Ordinal);

    private readonly ILookup<string, TypeDefinition> _types = document.Definitions.OfType<TypeDefinition>().ToLookup(t => t.Name.Value, StringComparer.Ordinal);

    /// <summary>True when following the directive leads back to it. Work grows with the document.</summary>
    public bool Contains(DirectiveDefinition directive)
    {
        var visited = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<string>(Below(directive.Arguments));
        while (waiting.TryPop(out var name))
        {
            if (name == "@" + directive.Name.Value) return true;
            if (!visited.Add(name)) continue;
            foreach (var next in Below(name)) waiting.Push(next);
        }

        return false;
    }

    /// <summary>What a type, or a directive written with its @, refers to.</summary>
    private IEnumerable<string> Below(string name) =>
        name[0] == '@'
            ? _directives.TryGetValue(name[1..], out var directive) ? Below(directive.Arguments) : []
            : _types[name].SelectMany(part => Names(part.Directives).Concat(Below(part.InputFields)).Concat(part.Values.SelectMany(v => Names(v.Directives))));

    private static IEnumerable<string> Below(IEnumerable<InputValueDefinition> inputs) =>
        inputs.SelectMany(input => Names(input.Directives).Append(input.Type.Innermost.Name));

    private static IEnumerable<string> Names(IEnumerable<Directive> directives) => directives.Select(d => "@" + d.Name.Value);
}
