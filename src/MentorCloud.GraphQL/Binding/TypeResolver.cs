using System.Collections.Concurrent;
using MentorCloud.GraphQL.Execution;
using MentorCloud.GraphQL.Planning;
using MentorCloud.GraphQL.Types;

namespace MentorCloud.GraphQL.Binding;

/// <summary>Finds the object type of a value behind an interface or union.</summary>
internal sealed class TypeResolver(Schema schema)
{
    private readonly ConcurrentDictionary<(NamedType, Type), ObjectType?> _known = new();

    public Func<object, string?>? TypeName { get; set; }

    /// <exception cref="ResultException">The value is of none of the possible types.</exception>
    public ObjectType Resolve(NamedType type, object value, FieldPlan field)
    {
        if (TypeName?.Invoke(value) is { } name) return ByName(type, name, field);
        return _known.GetOrAdd((type, value.GetType()), static (key, self) => self.Find(key.Item1, key.Item2), this)
            ?? throw new ResultException($"Abstract type \"{type.Name}\" must resolve to an Object type at runtime for field \"{field.Def}\".");
    }

    private ObjectType ByName(NamedType type, string name, FieldPlan field)
    {
        if (schema.Types.Find(name) is not { } found)
        {
            throw new ResultException($"Abstract type \"{type.Name}\" was resolved to a type \"{name}\" that does not exist inside the schema.");
        }

        if (found is not ObjectType concrete)
        {
            throw new ResultException($"Abstract type \"{type.Name}\" was resolved to a non-object type \"{name}\".");
        }

        return schema.IsPossible(type, concrete)
            ? concrete
            : throw new ResultException($"Runtime Object type \"{name}\" is not a possible type for \"{type.Name}\" (field \"{field.Def}\").");
    }

    /// <summary>The exact type first, then its bases, then whatever it can be assigned to.</summary>
    private ObjectType? Find(NamedType type, Type clr)
    {
        var possible = schema.PossibleTypes(type);
        for (var t = clr; t is not null; t = t.BaseType)
        {
            if (possible.FirstOrDefault(p => p.Clr == t) is { } exact) return exact;
        }

        return possible.FirstOrDefault(p => p.Clr is not null && p.Clr != typeof(object) && p.Clr.IsAssignableFrom(clr));
    }
}
