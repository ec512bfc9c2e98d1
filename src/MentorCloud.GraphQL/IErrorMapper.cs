namespace MentorCloud.GraphQL;

/// <summary>Turns the application's exceptions into coded errors; what no mapper knows is a bug and goes out as an opaque id.</summary>
public interface IErrorMapper
{
    /// <summary>The error for the wire (message, code, extensions; the engine adds locations and path), or null when this mapper does not know the exception.</summary>
    /// <param name="exception">What a resolver threw.</param>
    GraphQLError? Map(Exception exception);
}
