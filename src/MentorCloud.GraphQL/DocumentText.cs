using MentorCloud.GraphQL.Language;

namespace MentorCloud.GraphQL;

/// <summary>Documents as text.</summary>
public static class DocumentText
{
    /// <summary>
    /// An executable document in one form, whatever its blanks, commas and comments: for logs of a client, for stored
    /// documents whose hash must not depend on how they were typed. Printing it again changes nothing.
    /// </summary>
    /// <param name="document">Operations and fragments.</param>
    /// <returns>The same document, two blanks a level, as graphql-js prints it.</returns>
    /// <exception cref="GraphQLException">The text is not GraphQL; code <see cref="ErrorCodes.ParseFailed"/>.</exception>
    /// <exception cref="ArgumentException">It holds definitions of a type system.</exception>
    public static string Format(string document)
    {
        ArgumentNullException.ThrowIfNull(document);
        try
        {
            return Printer.Print(Parser.Parse(document));
        }
        catch (SyntaxException e)
        {
            throw new GraphQLException(e.Message, ErrorCodes.ParseFailed);
        }
    }
}
