using MentorCloud.GraphQL.Types;

namespace MentorCloud.GraphQL.Planning;

/// <summary>The fields selected on one object type, merged and in order of their response.</summary>
internal sealed class SelectionPlan(ObjectType type, FieldPlan[] fields)
{
    public ObjectType Type { get; } = type;

    public FieldPlan[] Fields { get; } = fields;
}
