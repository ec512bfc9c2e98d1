using MentorCloud.GraphQL.Planning;

namespace MentorCloud.GraphQL.Execution;

/// <summary>One step of the path that is being written: a field of an object, or an item of a list.</summary>
internal struct Level
{
    /// <summary>The field; null for a list item.</summary>
    public FieldPlan? Field;

    /// <summary>This step as an object, once something below needed it.</summary>
    public Place? Place;

    public int Index;

    /// <summary>Where its value begins in the output.</summary>
    public int Start;

    public bool Nullable;
}
