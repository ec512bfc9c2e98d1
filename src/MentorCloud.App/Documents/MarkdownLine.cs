using System.Text;

namespace MentorCloud.App.Documents;

/// <summary>One line of the Markdown that our documents are written in, ready to be set.</summary>
/// <param name="Size">Points.</param>
/// <param name="Indent">Points from the margin.</param>
/// <param name="Runs">Stretches of text, each plain or bold.</param>
internal sealed record MarkdownLine(double Size, double Indent, IReadOnlyList<(string Text, bool Bold)> Runs)
{
    private const double Body = 10;

    /// <summary>Reads the lines; the ruler of a table and empty lines come out without runs.</summary>
    public static IEnumerable<MarkdownLine> Read(string markdown) => markdown.Split('\n').Select(ReadLine);

    private static MarkdownLine ReadLine(string line) => line switch
    {
        _ when line.StartsWith("# ", StringComparison.Ordinal) => Heading(18, line[2..]),
        _ when line.StartsWith("## ", StringComparison.Ordinal) => Heading(14, line[3..]),
        _ when line.StartsWith("### ", StringComparison.Ordinal) => Heading(11, line[4..]),
        _ when line.StartsWith("- ", StringComparison.Ordinal) => new MarkdownLine(Body, 12, [("•  ", false), .. Inline(line[2..])]),
        _ when line.StartsWith("|---", StringComparison.Ordinal) => new MarkdownLine(Body, 0, []),
        _ when line.StartsWith("| ", StringComparison.Ordinal) => new MarkdownLine(Body, 12, Inline(line.Trim('|', ' ').Replace(" | ", "   ·   ", StringComparison.Ordinal))),
        _ => new MarkdownLine(Body, 0, Inline(line)),
    };

    private static MarkdownLine Heading(double size, string text) => new(size, 0, [.. Inline(text).Select(run => (run.Text, true))]);

    /// <summary>Takes emphasis and escapes away: a star toggles bold unless a backslash stands before it.</summary>
    private static List<(string Text, bool Bold)> Inline(string line)
    {
        var runs = new List<(string, bool)>();
        var text = new StringBuilder();
        var bold = false;
        for (var index = 0; index < line.Length; index++)
        {
            if (line[index] == '\\' && index + 1 < line.Length)
            {
                text.Append(line[++index]);
            }
            else if (line[index] == '*')
            {
                index += index + 1 < line.Length && line[index + 1] == '*' ? 1 : 0;
                Close();
                bold = !bold;
            }
            else
            {
                text.Append(line[index]);
            }
        }

        Close();
        return runs;

        void Close()
        {
            if (text.Length > 0)
            {
                runs.Add((text.ToString(), bold));
                text.Clear();
            }
        }
    }
}
