using System.Text;

namespace MentorCloud.App.Imports.Csv;

/// <summary>
/// Splits text into rows by RFC 4180, with lines ended by CRLF, LF or CR. Holds one row and one buffer, whatever the
/// text; a malformed row is told with its line, and reading goes on at the next. docs/imports.md says why it is our own.
/// </summary>
internal sealed class CsvRowReader(TextReader text, ImportLimits limits)
{
    private readonly char[] buffer = new char[16 * 1024];
    private readonly StringBuilder cell = new();
    private int at;
    private int end;
    private long line = 1;
    private bool afterReturn;
    private Place place;
    private long quoteLine;
    private bool cellTooLong;

    private enum Place
    {
        CellStart,
        Plain,
        Quoted,
        AfterQuote,
        Broken,
    }

    /// <summary>The next row, blank ones too; null at the end.</summary>
    public async ValueTask<CsvRow?> ReadAsync(CancellationToken cancel)
    {
        CsvRow? row = null;
        place = Place.CellStart;
        while (at < end || await FillAsync(cancel))
        {
            var character = buffer[at++];
            if (character == '\n' && afterReturn)
            {
                // The second half of a CRLF: the line was counted with its first.
                afterReturn = false;
                if (place == Place.Quoted)
                {
                    Append('\n');
                }

                continue;
            }

            row ??= new CsvRow(line);
            var endsLine = character is '\n' or '\r';
            afterReturn = character == '\r';
            var endsRow = Take(row, character, endsLine);
            line += endsLine ? 1 : 0;
            if (endsRow)
            {
                return row;
            }
        }

        return row is null ? null : Finish(row);
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancel)
    {
        (at, end) = (0, await text.ReadAsync(buffer.AsMemory(), cancel));
        return end > 0;
    }

    private bool Take(CsvRow row, char character, bool endsLine)
    {
        switch (place)
        {
            case Place.Quoted when character == '"':
                place = Place.AfterQuote;
                return false;
            case Place.Quoted:
                Append(character);
                return false;
            case Place.AfterQuote when character == '"':
                Append(character);
                place = Place.Quoted;
                return false;
            case Place.CellStart when character == '"':
                (place, quoteLine) = (Place.Quoted, line);
                return false;
            case Place.Broken when !endsLine:
                return false;
        }

        if (endsLine || character == ',')
        {
            EndCell(row);
            return endsLine;
        }

        TakePlain(row, character);
        return false;
    }

    private void TakePlain(CsvRow row, char character)
    {
        if (place == Place.AfterQuote)
        {
            Break(row, line, "a comma or the end of the line after the closing quote", ImportLog.Show(character.ToString()));
        }
        else if (character == '"')
        {
            Break(row, line, "a cell with a quote in it to be quoted as a whole, and the quote doubled", ImportLog.Show($"{cell}\""));
        }
        else
        {
            place = Place.Plain;
            Append(character);
        }
    }

    private void Append(char character)
    {
        // A cell that is too long is read on to its end, but not kept.
        cellTooLong |= cell.Length >= limits.MaxCellLength;
        if (!cellTooLong)
        {
            cell.Append(character);
        }
    }

    private void EndCell(CsvRow row)
    {
        if (cellTooLong)
        {
            Break(row, line, $"at most {limits.MaxCellLength} characters in a cell", ImportLog.Show(cell.ToString()));
        }
        else if (row.Cells.Count >= limits.MaxCells)
        {
            Break(row, line, $"at most {limits.MaxCells} cells in a row", "more");
        }
        else if (row.Fault is null)
        {
            row.Cells.Add(cell.ToString());
        }

        cell.Clear();
        cellTooLong = false;
        place = row.Fault is null ? Place.CellStart : Place.Broken;
    }

    private CsvRow Finish(CsvRow row)
    {
        if (place == Place.Quoted)
        {
            Break(row, quoteLine, "a closing quote before the end of the file", "a quote that is opened here and never closed");
        }

        EndCell(row);
        return row;
    }

    private void Break(CsvRow row, long faultLine, string expected, string found)
    {
        row.Fault ??= new CsvFault(faultLine, row.Cells.Count, expected, found);
        place = Place.Broken;
        cell.Clear();
        cellTooLong = false;
    }
}
