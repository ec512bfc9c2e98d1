using System.Text;

namespace MentorCloud.GraphQL.Language;

/// <summary>Block string semantics (specification, section 2.9.4, BlockStringValue).</summary>
internal static class BlockStrings
{
    /// <summary>Removes the common indentation and the blank lines at both ends.</summary>
    public static string Dedent(string raw)
    {
        var lines = raw.ReplaceLineEndingsOfGraphQL().Split('\n');
        var common = int.MaxValue;
        var first = -1;
        var last = -1;
        for (var i = 0; i < lines.Length; i++)
        {
            var indent = Indentation(lines[i]);
            if (indent == lines[i].Length) continue;
            if (first < 0) first = i;
            last = i;
            if (i > 0) common = Math.Min(common, indent);
        }

        if (first < 0) return string.Empty;
        var result = new StringBuilder();
        for (var i = first; i <= last; i++)
        {
            if (i > first) result.Append('\n');
            var skip = i == 0 || common == int.MaxValue ? 0 : Math.Min(common, lines[i].Length);
            result.Append(lines[i], skip, lines[i].Length - skip);
        }

        return result.ToString();
    }

    /// <summary>A block string that <see cref="Dedent"/> reads back, each line behind <paramref name="indent"/>.</summary>
    public static string Print(string value, string indent)
    {
        var text = value.Replace("\"\"\"", "\\\"\"\"", StringComparison.Ordinal);
        var lines = text.Split('\n');
        var result = new StringBuilder("\"\"\"");
        foreach (var line in lines)
        {
            result.Append('\n');
            if (line.Length > 0) result.Append(indent).Append(line);
        }

        return result.Append('\n').Append(indent).Append("\"\"\"").ToString();
    }

    /// <summary>A block string in a document: on one line when it is short, as graphql-js prints it.</summary>
    public static string PrintShort(string value, string indent)
    {
        var text = value.Replace("\"\"\"", "\\\"\"\"", StringComparison.Ordinal);
        var lines = text.ReplaceLineEndingsOfGraphQL().Split('\n');
        var tripleAtEnd = text.EndsWith("\\\"\"\"", StringComparison.Ordinal);
        var trailing = (value.EndsWith('"') && !tripleAtEnd) || value.EndsWith('\\');
        var several = lines.Length > 1 || value.Length > 70 || trailing || tripleAtEnd;
        var keepStart = lines.Length == 1 && value.Length > 0 && value[0] is (' ' or '\t');
        var result = several && !keepStart ? "\n" + text : text;
        if (several) result += "\n";
        return $"\"\"\"{result.Replace("\n", "\n" + indent, StringComparison.Ordinal)}\"\"\"";
    }

    /// <summary>True when printing as a block string keeps the value.</summary>
    public static bool CanPrint(string value)
    {
        if (value.Length == 0) return false;
        var lines = value.Split('\n');
        if (string.IsNullOrWhiteSpace(lines[0]) || string.IsNullOrWhiteSpace(lines[^1])) return false;
        foreach (var c in value)
        {
            if (c == '\r' || (c < ' ' && c is not ('\n' or '\t'))) return false;
        }

        return Dedent(Print(value, "  ")) == value;
    }

    private static int Indentation(string line)
    {
        var i = 0;
        while (i < line.Length && (line[i] == ' ' || line[i] == '\t')) i++;
        return i;
    }

    /// <summary>CR LF and CR become LF; other Unicode line ends are ordinary characters in GraphQL.</summary>
    private static string ReplaceLineEndingsOfGraphQL(this string text) =>
        text.Contains('\r', StringComparison.Ordinal)
            ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')
            : text;
}
