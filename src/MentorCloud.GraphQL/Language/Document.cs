namespace MentorCloud.GraphQL.Language;

/// <summary>A parsed document with the text it came from, which locations are computed from when an error needs them.</summary>
internal sealed class Document(string source, IReadOnlyList<Definition> definitions, int tokens)
{
    public string Source { get; } = source;

    public IReadOnlyList<Definition> Definitions { get; } = definitions;

    public int Tokens { get; } = tokens;

    public SourceLocation Locate(Node node) => SourceLocation.At(Source, node.Start);

    public SourceLocation Locate(int offset) => SourceLocation.At(Source, offset);
}
