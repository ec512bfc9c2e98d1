using MentorCloud.GraphQL.Language;
using MentorCloud.GraphQL.Types;

namespace MentorCloud.GraphQL.Validation;

/// <summary>Section 5.4.1.</summary>
internal sealed class KnownArgumentNames(ValidationContext context) : Rule(context)
{
    public override void EnterField(Field field, NamedType? parent, FieldDef? definition)
    {
        if (definition is null) return;
        foreach (var argument in field.Arguments)
        {
            if (!definition.Arguments.Contains(argument.Name.Value)) Report($"Unknown argument \"{argument.Name}\" on field \"{parent}.{definition.Name}\".", argument);
        }
    }

    public override void EnterDirective(Directive directive, DirectiveDef? definition, string location)
    {
        if (definition is null) return;
        foreach (var argument in directive.Arguments)
        {
            if (!definition.Arguments.Contains(argument.Name.Value)) Report($"Unknown argument \"{argument.Name}\" on directive \"@{definition.Name}\".", argument);
        }
    }
}

/// <summary>Section 5.4.2.</summary>
internal sealed class UniqueArgumentNames(ValidationContext context) : Rule(context)
{
    public override void EnterField(Field field, NamedType? parent, FieldDef? definition) => Check(field.Arguments);

    public override void EnterDirective(Directive directive, DirectiveDef? definition, string location) => Check(directive.Arguments);

    private void Check(IReadOnlyList<Argument> arguments)
    {
        if (arguments.Count < 2) return;
        foreach (var group in arguments.GroupBy(a => a.Name.Value).Where(g => g.Count() > 1))
        {
            Context.Report(
                nameof(UniqueArgumentNames),
                $"There can be only one argument named \"{group.Key}\".",
                [.. group.Select(a => Context.Document.Locate(a.Name.Start))]);
        }
    }
}

/// <summary>Section 5.4.3.</summary>
internal sealed class ProvidedRequiredArguments(ValidationContext context) : Rule(context)
{
    public override void EnterField(Field field, NamedType? parent, FieldDef? definition)
    {
        if (definition is null) return;
        foreach (var argument in definition.Arguments)
        {
            if (argument.IsRequired && !IsGiven(field.Arguments, argument.Name))
            {
                Report($"Field \"{definition.Name}\" argument \"{argument.Name}\" of type \"{argument.Type}\" is required, but it was not provided.", field);
            }
        }
    }

    public override void EnterDirective(Directive directive, DirectiveDef? definition, string location)
    {
        if (definition is null) return;
        foreach (var argument in definition.Arguments)
        {
            if (argument.IsRequired && !IsGiven(directive.Arguments, argument.Name))
            {
                Report($"Directive \"@{definition.Name}\" argument \"{argument.Name}\" of type \"{argument.Type}\" is required, but it was not provided.", directive);
            }
        }
    }

    private static bool IsGiven(IReadOnlyList<Argument> arguments, string name) => arguments.Any(a => a.Name.Value == name);
}

/// <summary>Section 5.7.1 and 5.7.2.</summary>
internal sealed class KnownDirectives(ValidationContext context) : Rule(context)
{
    public override void EnterDirective(Directive directive, DirectiveDef? definition, string location)
    {
        if (definition is null) Report($"Unknown directive \"@{directive.Name}\".", directive);
        else if (!definition.Locations.Contains(location)) Report($"Directive \"@{directive.Name}\" may not be used on {location}.", directive);
    }
}

/// <summary>Section 5.7.3.</summary>
internal sealed class UniqueDirectivesPerLocation(ValidationContext context) : Rule(context)
{
    public override void EnterDirectives(IReadOnlyList<Directive> directives)
    {
        if (directives.Count < 2) return;
        var seen = new Dictionary<string, Directive>(StringComparer.Ordinal);
        foreach (var directive in directives)
        {
            if (Schema.Directives.Find(directive.Name.Value) is not { IsRepeatable: false }) continue;
            if (!seen.TryAdd(directive.Name.Value, directive))
            {
                Report($"The directive \"@{directive.Name}\" can only be used once at this location.", seen[directive.Name.Value], directive);
            }
        }
    }
}

/// <summary>Section 5.6.3.</summary>
internal sealed class UniqueInputFieldNames(ValidationContext context) : Rule(context)
{
    public override void EnterObject(ObjectValue value)
    {
        if (value.Fields.Count < 2) return;
        var seen = new Dictionary<string, ObjectField>(StringComparer.Ordinal);
        foreach (var field in value.Fields)
        {
            if (!seen.TryAdd(field.Name.Value, field))
            {
                Report($"There can be only one input field named \"{field.Name}\".", seen[field.Name.Value], field);
            }
        }
    }
}
