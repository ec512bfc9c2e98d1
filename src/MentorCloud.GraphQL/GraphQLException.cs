namespace MentorCloud.GraphQL;

/// <summary>A refusal with a code, thrown by resolvers and by hooks of the endpoint; its message goes to the caller.</summary>
public sealed class GraphQLException : Exception
{
    /// <summary>Refuses with a code and a sentence that says what to do.</summary>
    /// <param name="message">For the caller.</param>
    /// <param name="code">Sent as <c>extensions.code</c>.</param>
    /// <param name="extensions">Further entries of <c>extensions</c>.</param>
    public GraphQLException(string message, string code, IReadOnlyDictionary<string, object?>? extensions = null)
        : base(message)
    {
        Error = new GraphQLError(message, code) { Extensions = extensions };
    }

    /// <summary>The error as it goes out.</summary>
    public GraphQLError Error { get; }
}
