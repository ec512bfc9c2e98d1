namespace MentorCloud.GraphQL;

/// <summary>A place in a document: line and column, both from 1, columns in UTF-16 code units.</summary>
/// <param name="Line">Line, from 1; LF, CR LF and CR end a line.</param>
/// <param name="Column">Column, from 1.</param>
public readonly record struct SourceLocation(int Line, int Column)
{
    internal static SourceLocation At(string source, int offset)
    {
        var line = 1;
        var start = 0;
        for (var i = 0; i < offset && i < source.Length; i++)
        {
            if (source[i] == '\n' || source[i] == '\r')
            {
                if (source[i] == '\r' && i + 1 < source.Length && source[i + 1] == '\n')
                {
                    if (i + 1 >= offset) break;
                    i++;
                }

                line++;
                start = i + 1;
            }
        }

        return new SourceLocation(line, offset - start + 1);
    }
}
