using MentorCloud.GraphQL.Scalars;

namespace MentorCloud.GraphQL.Binding;

/// <summary>What a schema is bound to.</summary>
internal sealed class BindingOptions
{
    private readonly Dictionary<string, List<Type>> _resolvers = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, int> _slots = [];

    public List<(string TypeName, Type Clr)> ClrTypes { get; } = [];

    public Dictionary<string, Scalar> Scalars { get; } = new(StringComparer.Ordinal);

    public Type? StateType { get; set; }

    public Func<object, string?>? TypeName { get; set; }

    public Func<object?, FieldContext, object?>? Default { get; set; }

    public IEnumerable<string> ResolvedTypes => _resolvers.Keys;

    public void AddResolvers(string typeName, Type resolvers)
    {
        if (!_resolvers.TryGetValue(typeName, out var list)) _resolvers.Add(typeName, list = []);
        list.Add(resolvers);
    }

    public IReadOnlyList<Type> ResolversOf(string typeName) => _resolvers.TryGetValue(typeName, out var list) ? list : [];

    /// <summary>A dense number for a resolver class, by which a request keeps its instance.</summary>
    public int SlotOf(Type resolvers)
    {
        if (!_slots.TryGetValue(resolvers, out var slot)) _slots.Add(resolvers, slot = _slots.Count);
        return slot;
    }
}
