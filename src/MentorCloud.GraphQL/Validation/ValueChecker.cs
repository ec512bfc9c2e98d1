using MentorCloud.GraphQL.Language;
using MentorCloud.GraphQL.Scalars;
using MentorCloud.GraphQL.Types;

namespace MentorCloud.GraphQL.Validation;

/// <summary>Values of correct type (section 5.6.1), input object field names (5.6.2) and required fields (5.6.4).</summary>
internal sealed class ValueChecker(ValidationContext context)
{
    private const string Rule = "ValuesOfCorrectType";

    /// <summary>Checks one literal; false when what it holds must not be checked again.</summary>
    public bool Check(ValueNode value, GraphQLType? type)
    {
        switch (value)
        {
            case VariableNode:
                return true;
            case ListValue:
                if (type?.Nullable is ListType) return true;
                CheckLeaf(value, type?.Nullable);
                return false;
            case ObjectValue o:
                if (type?.Named is InputObjectType input)
                {
                    CheckFields(o, input);
                    return true;
                }

                CheckLeaf(value, type);
                return false;
            case NullValue:
                if (type is NonNullType) Report($"Expected value of type \"{type}\", found null.", value);
                return true;
            default:
                CheckLeaf(value, type);
                return true;
        }
    }

    public void Unknown(ObjectField field, InputObjectType type) =>
        Report($"Field \"{field.Name}\" is not defined by type \"{type.Name}\".", field);

    private void CheckFields(ObjectValue value, InputObjectType type)
    {
        foreach (var field in type.Fields)
        {
            if (field.IsRequired && !value.Fields.Any(f => f.Name.Value == field.Name))
            {
                Report($"Field \"{type.Name}.{field.Name}\" of required type \"{field.Type}\" was not provided.", value);
            }
        }

        if (!type.IsOneOf) return;
        if (value.Fields.Select(f => f.Name.Value).Distinct(StringComparer.Ordinal).Count() != 1)
        {
            Report($"OneOf Input Object \"{type.Name}\" must specify exactly one key.", value);
        }
        else if (value.Fields[^1].Value is NullValue)
        {
            Report($"Field \"{type.Name}.{value.Fields[^1].Name}\" must be non-null.", value);
        }
    }

    private void CheckLeaf(ValueNode value, GraphQLType? type)
    {
        if (type is null) return;
        switch (type.Named)
        {
            case EnumType @enum:
                if (value is not EnumValue named) Report($"Enum \"{@enum.Name}\" cannot represent non-enum value: {Printer.Print(value)}.", value);
                else if (!@enum.Values.Contains(named.Name)) Report($"Value \"{named.Name}\" does not exist in \"{@enum.Name}\" enum.", value);
                break;
            case ScalarType scalar:
                CheckScalar(value, scalar, type);
                break;
            default:
                Report($"Expected value of type \"{type}\", found {Printer.Print(value)}.", value);
                break;
        }
    }

    private void CheckScalar(ValueNode value, ScalarType scalar, GraphQLType type)
    {
        try
        {
            scalar.Codec.ParseBoxed(new ScalarInput(value, null));
        }
        catch (FormatException e)
        {
            Report(BuiltInScalars.Find(scalar.Name) is not null ? e.Message : $"Expected value of type \"{type}\", found {Printer.Print(value)}; {e.Message}", value);
        }
        catch (OverflowException)
        {
            Report($"Expected value of type \"{type}\", found {Printer.Print(value)}.", value);
        }
    }

    private void Report(string message, Node node) => context.Report(Rule, message, [node]);
}
