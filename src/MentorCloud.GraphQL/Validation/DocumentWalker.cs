using MentorCloud.GraphQL.Introspection;
using MentorCloud.GraphQL.Language;
using MentorCloud.GraphQL.Types;

namespace MentorCloud.GraphQL.Validation;

/// <summary>Goes through a document once and shows every rule every node with the types that the schema gives it.</summary>
internal sealed class DocumentWalker(ValidationContext context, Rule[] rules, ValueChecker values)
{
    private readonly Schema _schema = context.Schema;
    private Definition _definition = null!;

    public void Walk()
    {
        foreach (var rule in rules) rule.EnterDocument(context.Document);
        foreach (var definition in context.Document.Definitions)
        {
            _definition = definition;
            if (definition is OperationDefinition operation) Walk(operation);
            else if (definition is FragmentDefinition fragment) Walk(fragment);
        }

        foreach (var rule in rules) rule.LeaveDocument(context.Document);
    }

    private void Walk(OperationDefinition operation)
    {
        foreach (var rule in rules) rule.EnterOperation(operation);
        foreach (var variable in operation.Variables)
        {
            foreach (var rule in rules) rule.EnterVariableDefinition(variable);
            EnterType(variable.Type.Innermost);
            if (variable.Default is not null)
            {
                var type = _schema.Resolve(variable.Type);
                WalkValue(variable.Default, type is { IsInput: true } ? type : null, false, null, true);
            }

            WalkDirectives(variable.Directives, "VARIABLE_DEFINITION", isUse: false);
        }

        WalkDirectives(operation.Directives, DirectiveLocations.Of(operation.Kind), isUse: true);
        WalkSelections(operation.SelectionSet, _schema.Root(operation.Kind));
    }

    private void Walk(FragmentDefinition fragment)
    {
        var type = _schema.Types.Find(fragment.TypeCondition.Name);
        foreach (var rule in rules) rule.EnterFragment(fragment, type);
        EnterType(fragment.TypeCondition);
        WalkDirectives(fragment.Directives, "FRAGMENT_DEFINITION", isUse: true);
        WalkSelections(fragment.SelectionSet, Output(type));
    }

    private void WalkSelections(SelectionSet set, NamedType? parent)
    {
        var composite = parent is { IsComposite: true } ? parent : null;
        foreach (var selection in set.Selections)
        {
            switch (selection)
            {
                case Field field: Walk(field, composite); break;
                case InlineFragment inline: Walk(inline, parent, composite); break;
                case FragmentSpread spread:
                    context.AddSpread(_definition, spread);
                    foreach (var rule in rules) rule.EnterFragmentSpread(spread, composite);
                    WalkDirectives(spread.Directives, "FRAGMENT_SPREAD", isUse: true);
                    break;
            }
        }
    }

    private void Walk(Field field, NamedType? parent)
    {
        var definition = parent is null ? null : Find(parent, field.Name.Value);
        foreach (var rule in rules) rule.EnterField(field, parent, definition);
        WalkArguments(field.Arguments, definition?.Arguments, isUse: true);
        WalkDirectives(field.Directives, "FIELD", isUse: true);
        if (field.SelectionSet is not null) WalkSelections(field.SelectionSet, definition?.Type.Named);
    }

    private FieldDef? Find(NamedType parent, string name) =>
        (parent as FieldsType)?.Fields.Find(name) ?? MetaFields.Definition(_schema, parent, name);

    private void Walk(InlineFragment inline, NamedType? current, NamedType? parent)
    {
        var type = inline.TypeCondition is null ? current : Output(_schema.Types.Find(inline.TypeCondition.Name));
        foreach (var rule in rules) rule.EnterInlineFragment(inline, parent, type);
        if (inline.TypeCondition is not null) EnterType(inline.TypeCondition);
        WalkDirectives(inline.Directives, "INLINE_FRAGMENT", isUse: true);
        WalkSelections(inline.SelectionSet, type);
    }

    private static NamedType? Output(NamedType? type) => type is { IsOutput: true } ? type : null;

    private void EnterType(NamedTypeNode type)
    {
        foreach (var rule in rules) rule.EnterNamedType(type);
    }

    private void WalkDirectives(IReadOnlyList<Directive> directives, string location, bool isUse)
    {
        if (directives.Count == 0) return;
        foreach (var rule in rules) rule.EnterDirectives(directives);
        foreach (var directive in directives)
        {
            var definition = _schema.Directives.Find(directive.Name.Value);
            foreach (var rule in rules) rule.EnterDirective(directive, definition, location);
            WalkArguments(directive.Arguments, definition?.Arguments, isUse);
        }
    }

    private void WalkArguments(IReadOnlyList<Argument> arguments, OrderedMap<InputValueDef>? definitions, bool isUse)
    {
        foreach (var argument in arguments)
        {
            var definition = definitions?.Find(argument.Name.Value);
            WalkValue(argument.Value, definition?.Type, definition?.Default is not null, null, true, isUse);
        }
    }

    private void WalkValue(ValueNode value, GraphQLType? type, bool hasDefault, InputObjectType? oneOf, bool check, bool isUse = true)
    {
        if (check) check = values.Check(value, type);
        switch (value)
        {
            case VariableNode variable:
                var usage = new VariableUsage(variable, type, hasDefault, oneOf);
                if (isUse) context.AddUsage(_definition, usage);
                foreach (var rule in rules) rule.EnterVariable(usage);
                break;
            case ListValue list:
                var item = type?.Nullable is ListType l ? l.Item : type?.Nullable;
                foreach (var element in list.Items) WalkValue(element, item, false, null, check, isUse);
                break;
            case ObjectValue o:
                WalkObject(o, type?.Named as InputObjectType, check, isUse);
                break;
        }
    }

    private void WalkObject(ObjectValue value, InputObjectType? type, bool check, bool isUse)
    {
        foreach (var rule in rules) rule.EnterObject(value);
        foreach (var field in value.Fields)
        {
            var definition = type?.Fields.Find(field.Name.Value);
            if (check && type is not null && definition is null) values.Unknown(field, type);
            WalkValue(field.Value, definition?.Type, definition?.Default is not null, type is { IsOneOf: true } ? type : null, check, isUse);
        }
    }
}
