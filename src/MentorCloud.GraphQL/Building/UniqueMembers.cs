using MentorCloud.GraphQL.Language;

namespace MentorCloud.GraphQL.Building;

/// <summary>Names of members are unique within their type, over its definition and all extensions.</summary>
internal static class UniqueMembers
{
    public static void Check(Document document, Action<Node, string> say)
    {
        foreach (var parts in document.Definitions.OfType<TypeDefinition>().GroupBy(d => d.Name.Value))
        {
            Once(parts.SelectMany(p => p.Fields), f => f.Name.Value, f => say(f, $"Field \"{parts.Key}.{f.Name}\" can only be defined once."));
            Once(parts.SelectMany(p => p.InputFields), f => f.Name.Value, f => say(f, $"Field \"{parts.Key}.{f.Name}\" can only be defined once."));
            Once(parts.SelectMany(p => p.Values), v => v.Name.Value, v => say(v, $"Enum value \"{parts.Key}.{v.Name}\" can only be defined once."));
            Once(parts.SelectMany(p => p.Interfaces), i => i.Name, i => say(i, $"Type {parts.Key} can only implement {i.Name} once."));
            Once(parts.SelectMany(p => p.Members), m => m.Name, m => say(m, $"Union type {parts.Key} can only include type {m.Name} once."));
            foreach (var field in parts.SelectMany(p => p.Fields))
            {
                Once(field.Arguments, a => a.Name.Value, a => say(a, $"Argument \"{parts.Key}.{field.Name}({a.Name}:)\" can only be defined once."));
            }
        }

        foreach (var directive in document.Definitions.OfType<DirectiveDefinition>())
        {
            Once(directive.Arguments, a => a.Name.Value, a => say(a, $"Argument \"@{directive.Name}({a.Name}:)\" can only be defined once."));
        }

        foreach (var twice in document.Definitions.OfType<SchemaDefinition>().SelectMany(s => s.Operations).GroupBy(o => o.Kind).SelectMany(g => g.Skip(1)))
        {
            say(twice, $"There can be only one {twice.Kind.ToString().ToLowerInvariant()} type in schema.");
        }
    }

    private static void Once<T>(IEnumerable<T> items, Func<T, string> name, Action<T> say)
    {
        foreach (var twice in items.GroupBy(name, StringComparer.Ordinal).SelectMany(g => g.Skip(1))) say(twice);
    }
}
