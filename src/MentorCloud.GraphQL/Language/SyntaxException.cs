namespace MentorCloud.GraphQL.Language;

/// <summary>The document cannot be read; <see cref="Position"/> is the UTF-16 offset of the first thing that is wrong.</summary>
internal sealed class SyntaxException(string source, int position, string description, string code = ErrorCodes.ParseFailed)
    : Exception($"Syntax Error: {description}")
{
    public int Position { get; } = position;

    public GraphQLError ToError() => new(Message, code) { Locations = [SourceLocation.At(source, Position)] };
}
