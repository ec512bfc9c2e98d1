using MentorCloud.App.Imports.Csv;

namespace MentorCloud.App.Spreadsheets;

/// <summary>
/// Splits UTF-8 bytes into the rows of a CSV file (RFC 4180, lines ended by CRLF, LF or CR) without making a string of
/// any cell: tables of scores have tens of millions of rows. Holds one buffer. docs/adr/0025 says why it stands beside
/// <see cref="Imports.Csv.CsvRowReader"/>.
/// </summary>
internal sealed class CsvBytes(Stream content)
{
    private const int LongestRow = 256 * 1024;

    private readonly byte[] buffer = new byte[1024 * 1024];
    private readonly List<Range> cells = [];
    private int start;
    private int next;
    private int end;
    private bool afterReturn;
    private long lines = 1;

    /// <summary>Bytes taken from the stream so far.</summary>
    public long BytesRead { get; private set; }

    /// <summary>The line on which the row begins, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>What is malformed about the row: what was expected and what was found; null when nothing is.</summary>
    public (string Expected, string Found)? Fault { get; private set; }

    /// <summary>Cells of the row; 0 when the line is blank.</summary>
    public int Count => cells.Count;

    /// <summary>A cell of the row, unquoted, without spaces and tabs at its ends. Valid until the next row is read.</summary>
    public ReadOnlySpan<byte> this[int cell] => buffer.AsSpan(cells[cell]).Trim(" \t"u8);

    /// <summary>Looks at the first bytes: passes over a byte order mark, and refuses a file that is no UTF-8 text.</summary>
    public (string Expected, string Found)? Begin(CancellationToken cancel)
    {
        while (end < 4 && Fill(cancel) >= 0)
        {
            // A pipe may give its first bytes one by one.
        }

        var first = buffer.AsSpan(0, end);
        next = first.StartsWith("\uFEFF"u8) ? 3 : 0;
        return CsvEncoding.Refuse(first[..Math.Min(end, 4)]) is { } fault ? (fault.Expected, fault.Found) : null;
    }

    /// <summary>Goes to the next row; false at the end of the file.</summary>
    public bool Read(CancellationToken cancel)
    {
        cells.Clear();
        Fault = null;
        SkipLineFeed(cancel);
        (start, Line) = (next, lines);
        if (FindEnd(out var hasQuotes, cancel) is not { } length)
        {
            return false;
        }

        if (Fault is null && length > 0)
        {
            var row = new Range(start, start + length);
            if (hasQuotes)
            {
                Fault = CsvQuotes.Split(buffer, row, cells);
            }
            else
            {
                SplitPlain(row);
            }
        }

        if (cells.Count == 1 && this[0].IsEmpty)
        {
            cells.Clear();
        }

        return true;
    }

    /// <summary>Passes over the second half of a CRLF.</summary>
    private void SkipLineFeed(CancellationToken cancel)
    {
        start = next;
        if (afterReturn && (next < end || Fill(cancel) >= 0) && buffer[next] == '\n')
        {
            next++;
        }

        afterReturn = false;
    }

    /// <summary>Bytes of the row without its line end; null at the end of the file.</summary>
    private int? FindEnd(out bool hasQuotes, CancellationToken cancel)
    {
        (hasQuotes, var isQuoted, var scanned) = (false, false, 0);
        while (true)
        {
            var found = buffer.AsSpan(start + scanned, end - start - scanned).IndexOfAny((byte)'\n', (byte)'\r', (byte)'"');
            if (found < 0)
            {
                scanned = Fill(cancel);
                if (scanned < 0)
                {
                    return EndOfFile(isQuoted);
                }

                continue;
            }

            var at = start + scanned + found;
            scanned += found + 1;
            if (buffer[at] == '"')
            {
                (hasQuotes, isQuoted) = (true, !isQuoted && Opens(at));
                continue;
            }

            lines += buffer[at] == '\n' && at > start && buffer[at - 1] == '\r' ? 0 : 1;
            if (!isQuoted)
            {
                (next, afterReturn) = (at + 1, buffer[at] == '\r');
                return scanned - 1;
            }
        }
    }

    /// <summary>Whether a quote outside of quotes opens a cell, or the cell again after a quote inside of it.</summary>
    private bool Opens(int at)
    {
        if (at > start && buffer[at - 1] == '"')
        {
            return true;
        }

        var before = buffer.AsSpan(start, at - start).TrimEnd(" \t"u8);
        return before.IsEmpty || before[^1] == ',';
    }

    private int? EndOfFile(bool isQuoted)
    {
        next = end;
        if (isQuoted)
        {
            Fault ??= ("a closing quote before the end of the file", "a quote that is opened here and never closed");
        }

        return end > start || Fault is not null ? end - start : null;
    }

    /// <summary>
    /// Moves what is there of the row to the front and reads more behind it. Gives the number of bytes that were there,
    /// or -1 when there is no more. Of a row that is too long nothing is kept.
    /// </summary>
    private int Fill(CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        if (end - start > LongestRow)
        {
            Fault ??= ($"a row of at most {LongestRow} bytes", "more; perhaps a quote is never closed");
            start = end;
        }

        var kept = end - start;
        buffer.AsSpan(start, kept).CopyTo(buffer);
        (start, next, end) = (0, 0, kept);
        var count = content.Read(buffer, end, buffer.Length - end);
        end += count;
        BytesRead += count;
        return count > 0 ? kept : -1;
    }

    private void SplitPlain(Range row)
    {
        var (from, to) = (row.Start.Value, row.End.Value);
        while (true)
        {
            var comma = buffer.AsSpan(from, to - from).IndexOf((byte)',');
            cells.Add(from..(comma < 0 ? to : from + comma));
            if (comma < 0)
            {
                return;
            }

            from += comma + 1;
        }
    }
}
