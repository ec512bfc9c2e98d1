using System.Text;
using MentorCloud.GraphQL.Language;
using MentorCloud.GraphQL.Scalars;
using MentorCloud.GraphQL.Types;

namespace MentorCloud.GraphQL;

/// <summary>Prints a schema as SDL in a stable order.</summary>
internal static class SchemaPrinter
{
    public static string Print(Schema schema)
    {
        var text = new StringBuilder();
        PrintRoots(schema, text);
        foreach (var directive in schema.Directives.Where(d => !d.IsBuiltIn).OrderBy(d => d.Name, StringComparer.Ordinal)) Print(directive, text);
        foreach (var type in schema.Types.Where(t => !t.IsBuiltIn && BuiltInScalars.Find(t.Name) is null).OrderBy(t => t.Name, StringComparer.Ordinal)) Print(type, text);
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void PrintRoots(Schema schema, StringBuilder text)
    {
        var usual = schema.Query?.Name == "Query" && schema.Mutation?.Name is null or "Mutation" && schema.Subscription?.Name is null or "Subscription";
        if (usual && schema.Description is null) return;
        Describe(schema.Description, string.Empty, text);
        text.Append("schema {\n");
        if (schema.Query is { } query) text.Append("  query: ").Append(query.Name).Append('\n');
        if (schema.Mutation is { } mutation) text.Append("  mutation: ").Append(mutation.Name).Append('\n');
        if (schema.Subscription is { } subscription) text.Append("  subscription: ").Append(subscription.Name).Append('\n');
        text.Append("}\n\n");
    }

    private static void Print(DirectiveDef directive, StringBuilder text)
    {
        Describe(directive.Description, string.Empty, text);
        text.Append("directive @").Append(directive.Name);
        PrintArguments(directive.Arguments, string.Empty, text);
        text.Append(directive.IsRepeatable ? " repeatable on " : " on ").AppendJoin(" | ", directive.Locations).Append("\n\n");
    }

    private static void Print(NamedType type, StringBuilder text)
    {
        Describe(type.Description, string.Empty, text);
        switch (type)
        {
            case ScalarType scalar:
                text.Append("scalar ").Append(type.Name);
                if (scalar.SpecifiedBy is { } url)
                {
                    text.Append(" @specifiedBy(url: ");
                    Printer.Quote(url, text);
                    text.Append(')');
                }

                break;
            case FieldsType fields:
                PrintFields(fields, text);
                break;
            case UnionType union:
                text.Append("union ").Append(type.Name).Append(" = ").AppendJoin(" | ", union.Members.Select(m => m.Name));
                break;
            case EnumType @enum:
                text.Append("enum ").Append(type.Name).Append(" {\n");
                foreach (var value in @enum.Values)
                {
                    Describe(value.Description, "  ", text);
                    text.Append("  ").Append(value.Name);
                    Deprecate(value.Deprecation, text);
                    text.Append('\n');
                }

                text.Append('}');
                break;
            case InputObjectType input:
                text.Append("input ").Append(type.Name).Append(input.IsOneOf ? " @oneOf {\n" : " {\n");
                foreach (var field in input.Fields) PrintInput(field, "  ", text);
                text.Append('}');
                break;
        }

        text.Append("\n\n");
    }

    private static void PrintFields(FieldsType type, StringBuilder text)
    {
        text.Append(type is ObjectType ? "type " : "interface ").Append(type.Name);
        if (type.Interfaces.Count > 0) text.Append(" implements ").AppendJoin(" & ", type.Interfaces.Select(i => i.Name));
        text.Append(" {\n");
        foreach (var field in type.Fields)
        {
            Describe(field.Description, "  ", text);
            text.Append("  ").Append(field.Name);
            PrintArguments(field.Arguments, "  ", text);
            text.Append(": ").Append(field.Type);
            Deprecate(field.Deprecation, text);
            text.Append('\n');
        }

        text.Append('}');
    }

    private static void PrintArguments(OrderedMap<InputValueDef> arguments, string indent, StringBuilder text)
    {
        if (arguments.Count == 0) return;
        text.Append("(\n");
        foreach (var argument in arguments) PrintInput(argument, indent + "  ", text);
        text.Append(indent).Append(')');
    }

    private static void PrintInput(InputValueDef input, string indent, StringBuilder text)
    {
        Describe(input.Description, indent, text);
        text.Append(indent).Append(input.Name).Append(": ").Append(input.Type);
        if (input.Default is not null)
        {
            text.Append(" = ");
            Printer.Print(input.Default, text);
        }

        Deprecate(input.Deprecation, text);
        text.Append('\n');
    }

    private static void Deprecate(string? reason, StringBuilder text)
    {
        if (reason is null) return;
        text.Append(" @deprecated");
        if (reason == "No longer supported") return;
        text.Append("(reason: ");
        Printer.Quote(reason, text);
        text.Append(')');
    }

    private static void Describe(string? description, string indent, StringBuilder text)
    {
        if (description is null) return;
        text.Append(indent);
        if (BlockStrings.CanPrint(description)) text.Append(BlockStrings.Print(description, indent));
        else Printer.Quote(description, text);
        text.Append('\n');
    }
}
