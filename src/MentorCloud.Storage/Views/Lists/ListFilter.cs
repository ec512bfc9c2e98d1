namespace MentorCloud.Storage.Views.Lists;

/// <summary>The conditions of one question, each with its parameters; all have to hold.</summary>
internal sealed class ListFilter
{
    private readonly List<string> conditions = [];
    private readonly List<(string Name, object? Value)> arguments = [];

    public IReadOnlyList<string> Conditions => conditions;

    public IReadOnlyList<(string Name, object? Value)> Arguments => arguments;

    /// <summary>Adds a condition when there is something to compare with.</summary>
    public ListFilter And(string condition, string name, object? value)
    {
        if (value is null) return this;
        conditions.Add(condition);
        arguments.Add((name, value));
        return this;
    }
}
