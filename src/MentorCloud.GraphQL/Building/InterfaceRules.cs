using MentorCloud.GraphQL.Types;

namespace MentorCloud.GraphQL.Building;

/// <summary>A type that implements an interface has all it asks for (specification, section 3.6.1, IsValidImplementation).</summary>
internal static class InterfaceRules
{
    public static void Check(Schema schema, FieldsType type, List<string> problems)
    {
        foreach (var implemented in type.Interfaces)
        {
            if (ReferenceEquals(implemented, type))
            {
                problems.Add($"Type {type.Name} cannot implement itself because it would create a circular reference.");
                continue;
            }

            foreach (var transitive in implemented.Interfaces)
            {
                if (!type.Interfaces.Contains(transitive))
                {
                    problems.Add(ReferenceEquals(transitive, type)
                        ? $"Type {type.Name} cannot implement {implemented.Name} because it would create a circular reference."
                        : $"Type {type.Name} must implement {transitive.Name} because it is implemented by {implemented.Name}.");
                }
            }

            foreach (var field in implemented.Fields) CheckField(schema, type, implemented, field, problems);
        }
    }

    private static void CheckField(Schema schema, FieldsType type, InterfaceType implemented, FieldDef expected, List<string> problems)
    {
        if (!type.Fields.TryGet(expected.Name, out var field))
        {
            problems.Add($"Interface field {expected} expected but {type.Name} does not provide it.");
            return;
        }

        if (!schema.IsSubType(field.Type, expected.Type))
        {
            problems.Add($"Interface field {expected} expects type {expected.Type} but {field} is type {field.Type}.");
        }

        if (field.Deprecation is not null && expected.Deprecation is null)
        {
            problems.Add($"Interface field {expected} is not deprecated, so implementation field {field} must not be deprecated.");
        }

        foreach (var argument in expected.Arguments)
        {
            if (!field.Arguments.TryGet(argument.Name, out var given)) problems.Add($"Interface field argument {expected}({argument.Name}:) expected but {field} does not provide it.");
            else if (!GraphQLType.AreEqual(argument.Type, given.Type)) problems.Add($"Interface field argument {expected}({argument.Name}:) expects type {argument.Type} but {field}({given.Name}:) is type {given.Type}.");
        }

        foreach (var argument in field.Arguments)
        {
            if (!expected.Arguments.Contains(argument.Name) && argument.IsRequired)
            {
                problems.Add($"Argument \"{field}({argument.Name}:)\" must not be required type \"{argument.Type}\" if not provided by the Interface field \"{implemented.Name}.{field.Name}\".");
            }
        }
    }
}
