using MentorCloud.GraphQL.Binding;
using MentorCloud.GraphQL.Language;
using MentorCloud.GraphQL.Types;

namespace MentorCloud.GraphQL.Building;

/// <summary>Type validation of the specification, sections 3.3 to 3.13.</summary>
internal static class SchemaValidator
{
    public static void Check(Schema schema, List<string> problems)
    {
        CheckRoots(schema, problems);
        foreach (var directive in schema.Directives)
        {
            Name(directive.Name, problems);
            Inputs(directive.Arguments, $"@{directive.Name}", problems);
        }

        foreach (var type in schema.Types)
        {
            if (type.IsBuiltIn) continue;
            Name(type.Name, problems);
            Check(schema, type, problems);
        }

        if (problems.Count == 0) InputCycles.Check(schema, problems);
        if (problems.Count == 0) CheckDefaults(schema, problems);
    }

    private static void CheckRoots(Schema schema, List<string> problems)
    {
        var roots = new[] { schema.Query, schema.Mutation, schema.Subscription }.OfType<ObjectType>().ToList();
        foreach (var shared in roots.GroupBy(r => r.Name).Where(g => g.Count() > 1))
        {
            problems.Add($"All root types must be different, \"{shared.Key}\" type is used as several of them.");
        }
    }

    private static void Check(Schema schema, NamedType type, List<string> problems)
    {
        switch (type)
        {
            case FieldsType fields:
                if (fields.Fields.Count == 0) problems.Add($"Type {type.Name} must define one or more fields.");
                foreach (var field in fields.Fields) CheckField(field, problems);
                InterfaceRules.Check(schema, fields, problems);
                break;
            case UnionType { Members.Count: 0 }:
                problems.Add($"Union type {type.Name} must define one or more member types.");
                break;
            case EnumType @enum:
                if (@enum.Values.Count == 0) problems.Add($"Enum type {type.Name} must define one or more values.");
                foreach (var value in @enum.Values) Name(value.Name, problems);
                break;
            case InputObjectType input:
                if (input.Fields.Count == 0) problems.Add($"Input Object type {type.Name} must define one or more fields.");
                Inputs(input.Fields, type.Name, problems);
                if (input.IsOneOf) CheckOneOf(input, problems);
                break;
        }
    }

    private static void CheckField(FieldDef field, List<string> problems)
    {
        Name(field.Name, problems);
        if (!field.Type.IsOutput) problems.Add($"The type of {field} must be Output Type but got: {field.Type}.");
        Inputs(field.Arguments, field.ToString(), problems);
    }

    private static void CheckOneOf(InputObjectType input, List<string> problems)
    {
        foreach (var field in input.Fields)
        {
            if (field.Type.IsNonNull) problems.Add($"OneOf input field {input.Name}.{field.Name} must be nullable.");
            if (field.Default is not null) problems.Add($"OneOf input field {input.Name}.{field.Name} cannot have a default value.");
        }
    }

    private static void Inputs(OrderedMap<InputValueDef> inputs, string owner, List<string> problems)
    {
        foreach (var input in inputs)
        {
            Name(input.Name, problems);
            if (!input.Type.IsInput) problems.Add($"The type of {owner}.{input.Name} must be Input Type but got: {input.Type}.");
            if (input.IsRequired && input.Deprecation is not null) problems.Add($"Required input {owner}.{input.Name} cannot be deprecated.");
        }
    }

    private static void Name(string name, List<string> problems)
    {
        if (name.StartsWith("__", StringComparison.Ordinal)) problems.Add($"Name \"{name}\" must not begin with \"__\", which is reserved by GraphQL introspection.");
    }

    private static void CheckDefaults(Schema schema, List<string> problems)
    {
        foreach (var type in schema.Types)
        {
            if (type is InputObjectType input) Defaults(input.Fields, type.Name, problems);
            if (type is FieldsType fields)
            {
                foreach (var field in fields.Fields) Defaults(field.Arguments, field.ToString(), problems);
            }
        }

        foreach (var directive in schema.Directives) Defaults(directive.Arguments, $"@{directive.Name}", problems);
    }

    private static void Defaults(OrderedMap<InputValueDef> inputs, string owner, List<string> problems)
    {
        foreach (var input in inputs)
        {
            if (input.Default is not null && ReferenceEquals(LiteralCoercion.Coerce(input.Default, input.Type, null), Undefined.Value))
            {
                problems.Add($"{owner}.{input.Name} has invalid default value: {Printer.Print(input.Default)}.");
            }
        }
    }
}
