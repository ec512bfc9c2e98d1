using System.Text;
using MentorCloud.App.Imports;

namespace MentorCloud.App.Spreadsheets;

/// <summary>Splits a row that has quotes in it; rare in tables of scores, so it goes byte by byte.</summary>
internal static class CsvQuotes
{
    /// <summary>Adds the row's cells, unquoted in place; tells what is malformed, or null.</summary>
    public static (string Expected, string Found)? Split(byte[] buffer, Range row, List<Range> cells)
    {
        var (at, end) = (row.Start.Value, row.End.Value);
        while (true)
        {
            var first = SkipBlanks(buffer, at, end);
            if (first == end || buffer[first] != '"')
            {
                var comma = buffer.AsSpan(at, end - at).IndexOf((byte)',');
                var to = comma < 0 ? end : at + comma;
                if (buffer.AsSpan(at, to - at).Contains((byte)'"'))
                {
                    return ("a cell with a quote in it to be quoted as a whole, and the quote doubled", Show(buffer, at, to));
                }

                cells.Add(at..to);
                at = to;
            }
            else
            {
                (var cell, at) = Unquote(buffer, first, end);
                cells.Add(cell);
                at = SkipBlanks(buffer, at, end);
                if (at < end && buffer[at] != ',')
                {
                    return ("a comma or the end of the line after the closing quote", Show(buffer, at, end));
                }
            }

            if (at++ >= end)
            {
                return null;
            }
        }
    }

    private static string Show(byte[] buffer, int from, int to) => ImportLog.Show(Encoding.UTF8.GetString(buffer, from, to - from));

    private static int SkipBlanks(byte[] buffer, int at, int end)
    {
        var blanks = buffer.AsSpan(at, end - at).IndexOfAnyExcept((byte)' ', (byte)'\t');
        return blanks < 0 ? end : at + blanks;
    }

    /// <summary>Moves the text between the quotes together, doubled quotes made one; returns it and the place behind the closing quote.</summary>
    private static (Range Cell, int Next) Unquote(byte[] buffer, int open, int end)
    {
        var to = open + 1;
        for (var at = open + 1; at < end; at++)
        {
            if (buffer[at] == '"' && (at + 1 >= end || buffer[at + 1] != '"'))
            {
                return ((open + 1)..to, at + 1);
            }

            at += buffer[at] == '"' ? 1 : 0;
            buffer[to++] = buffer[at];
        }

        return ((open + 1)..to, end);
    }
}
