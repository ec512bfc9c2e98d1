using MentorCloud.Integration.Tests.Http;

namespace MentorCloud.Integration.Tests.Isolation.Matrix;

/// <summary>One way to call one field.</summary>
/// <param name="Schema">The schema.</param>
/// <param name="Field">The field; of a root type, or of a type that has global ids.</param>
/// <param name="Sampler">Makes its arguments.</param>
/// <param name="Node">Which type of node its <c>id</c> names; null where the field's own type says it.</param>
internal sealed record MatrixCase(SchemaModel Schema, SchemaField Field, Sampler Sampler, string? Node)
{
    private const string Parent = "parentNode";

    public string Name => Node is null ? Field.Path : $"{Field.Path} ({Node})";

    public bool IsOfRoot => Field.Parent is "Query" or "Mutation" or "Subscription";

    /// <summary>The places of ids in the call, each with the kind of thing that it names; null where nobody knows the kind.</summary>
    public IReadOnlyList<(string Place, string? Kind)> Places(Things things)
    {
        var places = new List<(string, string?)>();
        _ = Arguments(string.Empty, (place, name) =>
        {
            places.Add((place, KindOf(name, things)));
            return string.Empty;
        });
        return places;
    }

    /// <summary>Document and variables with the ids that a place and a kind give.</summary>
    public (string Document, Dictionary<string, object?> Variables) Build(string key, Things things, Func<string, string, string> idAt)
    {
        var variables = Arguments(key, (place, name) => idAt(place, KindOf(name, things)!));
        var declared = Field.Arguments.Where(argument => variables.ContainsKey(argument.Name)).ToList();
        var passed = declared.Count == 0 ? string.Empty : $"({string.Join(", ", declared.Select(each => $"{each.Name}: ${each.Name}"))})";
        var call = $"{Field.Name}{passed} {Schema.Selection(Field.Type)}";
        var heads = declared.Select(each => $"${each.Name}: {each.Type.Text}");
        if (!IsOfRoot)
        {
            heads = heads.Prepend($"${Parent}: ID!");
            call = $"node(id: ${Parent}) {{ ... on {Field.Parent} {{ {call} }} }}";
        }

        var head = string.Join(", ", heads);
        return ($"{(IsOfRoot ? Field.Parent.ToLowerInvariant() : "query")}{(head.Length > 0 ? $"({head})" : string.Empty)} {{ {call} }}", variables);
    }

    public Task<GraphQLAnswer> SendAsync(MatrixActor actor, string key, Things things, Func<string, string, string> idAt)
    {
        var (document, variables) = Build(key, things, idAt);
        return actor.Client.SendAsync(document, variables);
    }

    private Dictionary<string, object?> Arguments(string key, Func<string, string, string> idAt)
    {
        var variables = Sampler.Variables(Field, key, idAt);
        if (!IsOfRoot)
        {
            variables[Parent] = idAt(Parent, Parent);
        }

        return variables;
    }

    private string? KindOf(string name, Things things) => name switch
    {
        Parent => Field.Parent,
        "id" or "ids" when Field.Parent == "Query" => Node ?? (things.Has(Field.Type.Name) ? Field.Type.Name : null),
        _ => things.KindOf(name),
    };
}
