using MentorCloud.GraphQL.Binding;
using MentorCloud.GraphQL.Language;
using MentorCloud.GraphQL.Types;

namespace MentorCloud.GraphQL;

/// <summary>A schema with its resolvers, ready to serve. Made by <see cref="SchemaBuilder"/>; immutable and shared by all requests.</summary>
public sealed class Schema
{
    private readonly Dictionary<NamedType, HashSet<ObjectType>> _possible = [];

    internal Schema()
    {
        Resolver = new TypeResolver(this);
    }

    internal string? Description { get; set; }

    internal OrderedMap<NamedType> Types { get; } = new();

    internal OrderedMap<DirectiveDef> Directives { get; } = new();

    internal List<ObjectType> ObjectTypes { get; } = [];

    internal ObjectType? Query { get; set; }

    internal ObjectType? Mutation { get; set; }

    internal ObjectType? Subscription { get; set; }

    internal TypeResolver Resolver { get; }

    /// <summary><c>__schema</c> and <c>__type</c>, which the query type has without being asked.</summary>
    internal OrderedMap<FieldDef> MetaFields { get; } = new();

    /// <summary>The schema as SDL: types in order of their names, with descriptions. What a snapshot test compares.</summary>
    public string Print() => SchemaPrinter.Print(this);

    internal ObjectType? Root(OperationKind kind) => kind switch
    {
        OperationKind.Query => Query,
        OperationKind.Mutation => Mutation,
        _ => Subscription,
    };

    /// <summary>The type that a document names; null when a name is unknown.</summary>
    internal GraphQLType? Resolve(TypeNode node) => node switch
    {
        NonNullTypeNode n => Resolve(n.Inner) is { } inner ? new NonNullType(inner) : null,
        ListTypeNode l => Resolve(l.Item) is { } item ? new ListType(item) : null,
        _ => Types.Find(((NamedTypeNode)node).Name),
    };

    internal void AddPossible(NamedType type, ObjectType possible)
    {
        if (!_possible.TryGetValue(type, out var set)) _possible.Add(type, set = []);
        set.Add(possible);
    }

    /// <summary>The object types that a value of this type can have.</summary>
    internal IReadOnlyCollection<ObjectType> PossibleTypes(NamedType type) =>
        type is ObjectType o ? [o] : _possible.TryGetValue(type, out var set) ? set : [];

    internal bool IsPossible(NamedType type, ObjectType candidate) =>
        ReferenceEquals(type, candidate) || (_possible.TryGetValue(type, out var set) && set.Contains(candidate));

    /// <summary>True when an object could be of both types.</summary>
    internal bool Overlap(NamedType a, NamedType b) =>
        ReferenceEquals(a, b) || PossibleTypes(a).Any(t => IsPossible(b, t));

    /// <summary>True when a value of <paramref name="sub"/> is always one of <paramref name="super"/>.</summary>
    internal bool IsSubType(GraphQLType sub, GraphQLType super)
    {
        if (GraphQLType.AreEqual(sub, super)) return true;
        if (super is NonNullType superInner) return sub is NonNullType subInner && IsSubType(subInner.Inner, superInner.Inner);
        if (sub is NonNullType inner) return IsSubType(inner.Inner, super);
        if (super is ListType superList) return sub is ListType subList && IsSubType(subList.Item, superList.Item);
        if (sub is ListType) return false;
        return super is NamedType { IsAbstract: true } abstractType && (sub switch
        {
            ObjectType o => IsPossible(abstractType, o),
            InterfaceType i => abstractType is InterfaceType parent && i.Interfaces.Contains(parent),
            _ => false,
        });
    }
}
