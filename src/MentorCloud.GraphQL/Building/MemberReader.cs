using MentorCloud.GraphQL.Language;
using MentorCloud.GraphQL.Types;

namespace MentorCloud.GraphQL.Building;

/// <summary>Fills a type with what its definition and extensions hold.</summary>
internal sealed class MemberReader(Schema schema, List<string> problems)
{
    public void Fill(NamedType type, TypeDefinition part)
    {
        switch (type)
        {
            case ScalarType scalar:
                scalar.SpecifiedBy ??= Text(part.Directives, "specifiedBy", "url");
                break;
            case FieldsType fields:
                FillFields(fields, part);
                break;
            case UnionType union:
                union.Members.AddRange(part.Members.Select(m => Named<ObjectType>(m, $"Union type {type.Name} can only include Object types, it cannot include {m.Name}.")).OfType<ObjectType>());
                break;
            case EnumType @enum:
                foreach (var value in part.Values)
                {
                    @enum.Values.TryAdd(value.Name.Value, new EnumMember(value.Name.Value, @enum.Values.Count)
                    {
                        Description = value.Description?.Text,
                        Deprecation = Deprecation(value.Directives),
                    });
                }

                break;
            case InputObjectType input:
                input.IsOneOf |= part.Directives.Any(d => d.Name.Value == "oneOf");
                Fill(input.Fields, part.InputFields, type.Name);
                break;
        }
    }

    public DirectiveDef Directive(DirectiveDefinition definition, bool builtIn)
    {
        var arguments = new OrderedMap<InputValueDef>();
        Fill(arguments, definition.Arguments, "@" + definition.Name.Value);
        return new DirectiveDef(definition.Name.Value)
        {
            Description = definition.Description?.Text,
            IsRepeatable = definition.Repeatable,
            IsBuiltIn = builtIn,
            Locations = [.. definition.Locations.Select(l => l.Value)],
            Arguments = arguments,
        };
    }

    private void FillFields(FieldsType type, TypeDefinition part)
    {
        foreach (var name in part.Interfaces)
        {
            var found = Named<InterfaceType>(name, $"Type {type.Name} must only implement Interface types, it cannot implement {name.Name}.");
            if (found is not null) type.Interfaces.Add(found);
        }

        foreach (var definition in part.Fields)
        {
            if (Resolve(definition.Type, $"{type.Name}.{definition.Name}") is not { } fieldType) continue;
            var arguments = new OrderedMap<InputValueDef>();
            Fill(arguments, definition.Arguments, $"{type.Name}.{definition.Name}");
            type.Fields.TryAdd(definition.Name.Value, new FieldDef(definition.Name.Value, type, fieldType)
            {
                Description = definition.Description?.Text,
                Deprecation = Deprecation(definition.Directives),
                Arguments = arguments,
                Cost = CostDirectives.Cost(definition.Directives),
                Size = CostDirectives.Size(definition.Directives),
            });
        }
    }

    private void Fill(OrderedMap<InputValueDef> target, IReadOnlyList<InputValueDefinition> definitions, string owner)
    {
        foreach (var definition in definitions)
        {
            if (Resolve(definition.Type, $"{owner}({definition.Name})") is not { } type) continue;
            target.TryAdd(definition.Name.Value, new InputValueDef(definition.Name.Value, type, target.Count)
            {
                Description = definition.Description?.Text,
                Deprecation = Deprecation(definition.Directives),
                Default = definition.Default,
            });
        }
    }

    private GraphQLType? Resolve(TypeNode node, string where)
    {
        var type = schema.Resolve(node);
        if (type is null) problems.Add($"{where}: Unknown type \"{node.Innermost.Name}\".");
        return type;
    }

    private T? Named<T>(NamedTypeNode node, string otherwise)
        where T : NamedType
    {
        var type = schema.Types.Find(node.Name);
        if (type is null) problems.Add($"Unknown type \"{node.Name}\".");
        else if (type is not T) problems.Add(otherwise);
        return type as T;
    }

    private static string? Deprecation(IReadOnlyList<Directive> directives) =>
        directives.Any(d => d.Name.Value == "deprecated") ? Text(directives, "deprecated", "reason") ?? "No longer supported" : null;

    private static string? Text(IReadOnlyList<Directive> directives, string name, string argument)
    {
        var found = directives.FirstOrDefault(d => d.Name.Value == name);
        return (found?.Arguments.FirstOrDefault(a => a.Name.Value == argument)?.Value as StringValue)?.Text;
    }
}
