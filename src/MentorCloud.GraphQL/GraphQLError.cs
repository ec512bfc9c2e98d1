namespace MentorCloud.GraphQL;

/// <summary>One entry of a response's <c>errors</c> (specification, section 7.1.2).</summary>
/// <param name="Message">A sentence for a developer; never internal text.</param>
/// <param name="Code">A code of <see cref="ErrorCodes"/> or of the application, sent as <c>extensions.code</c>.</param>
public sealed record GraphQLError(string Message, string Code)
{
    /// <summary>Where in the document; empty when the error belongs to no place.</summary>
    public IReadOnlyList<SourceLocation> Locations { get; init; } = [];

    /// <summary>Response names (<see cref="string"/>) and list indices (<see cref="int"/>) from the root; null for an error before execution.</summary>
    public IReadOnlyList<object>? Path { get; init; }

    /// <summary>Further entries of <c>extensions</c> beside the code: strings, numbers, booleans or null.</summary>
    public IReadOnlyDictionary<string, object?>? Extensions { get; init; }
}
