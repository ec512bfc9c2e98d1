using MentorCloud.GraphQL.Language;
using MentorCloud.GraphQL.Types;

namespace MentorCloud.GraphQL.Validation;

/// <summary>One rule of the specification, section 5. Overrides what it looks at; the walker brings nodes with their types.</summary>
internal abstract class Rule(ValidationContext context)
{
    protected ValidationContext Context { get; } = context;

    protected Schema Schema => Context.Schema;

    public virtual void EnterDocument(Document document)
    {
    }

    public virtual void LeaveDocument(Document document)
    {
    }

    public virtual void EnterOperation(OperationDefinition operation)
    {
    }

    public virtual void EnterFragment(FragmentDefinition fragment, NamedType? type)
    {
    }

    public virtual void EnterVariableDefinition(VariableDefinition variable)
    {
    }

    public virtual void EnterField(Field field, NamedType? parent, FieldDef? definition)
    {
    }

    public virtual void EnterInlineFragment(InlineFragment fragment, NamedType? parent, NamedType? type)
    {
    }

    public virtual void EnterFragmentSpread(FragmentSpread spread, NamedType? parent)
    {
    }

    public virtual void EnterDirective(Directive directive, DirectiveDef? definition, string location)
    {
    }

    public virtual void EnterDirectives(IReadOnlyList<Directive> directives)
    {
    }

    public virtual void EnterNamedType(NamedTypeNode type)
    {
    }

    public virtual void EnterVariable(VariableUsage usage)
    {
    }

    public virtual void EnterObject(ObjectValue value)
    {
    }

    protected void Report(string message, params ReadOnlySpan<Node> nodes) => Context.Report(GetType().Name, message, nodes);
}

/// <summary>A variable where it is used, with what its place expects.</summary>
internal sealed record VariableUsage(VariableNode Node, GraphQLType? Type, bool HasDefault, InputObjectType? OneOf);
