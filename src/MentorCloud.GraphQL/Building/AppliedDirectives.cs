using MentorCloud.GraphQL.Binding;
using MentorCloud.GraphQL.Language;
using MentorCloud.GraphQL.Types;

namespace MentorCloud.GraphQL.Building;

/// <summary>Directives on definitions (specification, section 5.7): defined, in a place where they may stand, once, with fitting arguments.</summary>
internal sealed class AppliedDirectives
{
    private readonly Document _document;
    private readonly Schema _schema;
    private readonly List<string> _problems;
    private readonly Dictionary<string, HashSet<string>> _onTypes = new(StringComparer.Ordinal);

    private AppliedDirectives(Document document, Schema schema, List<string> problems)
    {
        _document = document;
        _schema = schema;
        _problems = problems;
    }

    public static void Check(Document document, Schema schema, List<string> problems)
    {
        var rules = new AppliedDirectives(document, schema, problems);
        foreach (var definition in document.Definitions) rules.Check(definition);
    }

    private void Check(Definition definition)
    {
        switch (definition)
        {
            case SchemaDefinition roots:
                Check(roots.Directives, "SCHEMA", OnType(string.Empty));
                break;
            case DirectiveDefinition directive:
                Inputs(directive.Arguments, "ARGUMENT_DEFINITION");
                break;
            case TypeDefinition type:
                Check(type.Directives, DirectiveLocations.Of(type.Kind), OnType(type.Name.Value));
                Members(type);
                break;
        }
    }

    private void Members(TypeDefinition type)
    {
        foreach (var field in type.Fields)
        {
            Check(field.Directives, "FIELD_DEFINITION", []);
            Inputs(field.Arguments, "ARGUMENT_DEFINITION");
        }

        foreach (var value in type.Values) Check(value.Directives, "ENUM_VALUE", []);
        Inputs(type.InputFields, "INPUT_FIELD_DEFINITION");
    }

    private void Inputs(IReadOnlyList<InputValueDefinition> inputs, string location)
    {
        foreach (var input in inputs) Check(input.Directives, location, []);
    }

    /// <summary>A type and its extensions are one place; the schema's has no name.</summary>
    private HashSet<string> OnType(string name)
    {
        if (!_onTypes.TryGetValue(name, out var seen)) _onTypes.Add(name, seen = new HashSet<string>(StringComparer.Ordinal));
        return seen;
    }

    private void Check(IReadOnlyList<Directive> directives, string location, HashSet<string> seen)
    {
        foreach (var directive in directives)
        {
            if (_schema.Directives.Find(directive.Name.Value) is not { } definition)
            {
                Say(directive, $"Unknown directive \"@{directive.Name}\".");
                continue;
            }

            if (!definition.Locations.Contains(location)) Say(directive, $"Directive \"@{directive.Name}\" may not be used on {location}.");
            if (!seen.Add(definition.Name) && !definition.IsRepeatable) Say(directive, $"The directive \"@{directive.Name}\" can only be used once at this location.");
            Arguments(directive, definition);
        }
    }

    private void Arguments(Directive directive, DirectiveDef definition)
    {
        var given = new HashSet<string>(StringComparer.Ordinal);
        foreach (var argument in directive.Arguments)
        {
            if (!given.Add(argument.Name.Value)) Say(argument, $"There can be only one argument named \"{argument.Name}\".");
            if (definition.Arguments.Find(argument.Name.Value) is not { } expected) Say(argument, $"Unknown argument \"{argument.Name}\" on directive \"@{directive.Name}\".");
            else if (ReferenceEquals(LiteralCoercion.Coerce(argument.Value, expected.Type, null), Undefined.Value)) Say(argument, $"Argument \"{argument.Name}\" has invalid value {Printer.Print(argument.Value)}.");
        }

        foreach (var missing in definition.Arguments.Where(a => a.IsRequired && !given.Contains(a.Name)))
        {
            Say(directive, $"Directive \"@{directive.Name}\" argument \"{missing.Name}\" of type \"{missing.Type}\" is required, but it was not provided.");
        }
    }

    private void Say(Node node, string message)
    {
        var at = _document.Locate(node);
        _problems.Add($"{message} (line {at.Line}, column {at.Column})");
    }
}
