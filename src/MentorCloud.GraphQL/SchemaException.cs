namespace MentorCloud.GraphQL;

/// <summary>A schema cannot be built; <see cref="Problems"/> names everything that is wrong with it, not only the first.</summary>
public sealed class SchemaException : Exception
{
    /// <summary>Lists what is wrong.</summary>
    /// <param name="problems">One sentence each.</param>
    public SchemaException(IReadOnlyList<string> problems)
        : base("The GraphQL schema cannot be built:\n- " + string.Join("\n- ", problems ?? []))
    {
        Problems = problems ?? [];
    }

    /// <summary>One sentence for each thing that is wrong.</summary>
    public IReadOnlyList<string> Problems { get; }
}
