using System.Text;
using MentorCloud.App.Imports;
using MentorCloud.App.Imports.Csv;

namespace MentorCloud.App.Spreadsheets;

/// <summary>
/// Reads a file of columns with known names, in any order, row by row. Tells the log by line and column what is wrong
/// with it, and reports how far it is.
/// </summary>
internal sealed class SheetReader
{
    private const int RowsPerReport = 1 << 16;

    private readonly string file;
    private readonly long length;
    private readonly CsvBytes rows;
    private readonly ImportLog log;
    private readonly IProgress<ImportProgress>? progress;
    private readonly string[] columns;
    private int[] places = [];
    private int width;
    private int count;

    public SheetReader(string file, Stream content, string[] columns, ImportLog log, IProgress<ImportProgress>? progress)
    {
        (this.file, this.columns, this.log, this.progress) = (file, columns, log, progress);
        length = content.CanSeek ? content.Length : 0;
        rows = new CsvBytes(content);
    }

    public long Line => rows.Line;

    /// <summary>A cell of the row by the number of its column among the known ones.</summary>
    public ReadOnlySpan<byte> this[int column] => rows[places[column]];

    /// <summary>Reads the header; false when the file cannot be read, which the log then says.</summary>
    public bool ReadHeader(CancellationToken cancel)
    {
        if (rows.Begin(cancel) is { } refused)
        {
            return Refuse(1, string.Empty, refused.Expected, refused.Found);
        }

        do
        {
            if (!rows.Read(cancel))
            {
                return Refuse(1, string.Empty, "a header row with the names of the columns", "an empty file");
            }
        }
        while (rows.Fault is null && rows.Count == 0);

        if (rows.Fault is { } fault)
        {
            return Refuse(rows.Line, string.Empty, fault.Expected, fault.Found);
        }

        var names = new string[width = rows.Count];
        for (var cell = 0; cell < names.Length; cell++)
        {
            names[cell] = Encoding.UTF8.GetString(rows[cell]);
        }

        return CheckHeader(names);
    }

    /// <summary>Goes to the next well-formed row; false at the end.</summary>
    public bool Read(CancellationToken cancel)
    {
        while (rows.Read(cancel))
        {
            if (++count % RowsPerReport == 0)
            {
                cancel.ThrowIfCancellationRequested();
                progress?.Report(new ImportProgress(file, rows.BytesRead, length, count));
            }

            if (rows.Fault is { } fault)
            {
                Refuse(rows.Line, string.Empty, fault.Expected, fault.Found);
            }
            else if (IsBlank())
            {
                // Blank lines, and the rows of bare commas that spreadsheets leave below a table.
            }
            else if (rows.Count == width)
            {
                return true;
            }
            else
            {
                Refuse(rows.Line, string.Empty, $"{width} cells, as the header has", $"{rows.Count} cells");
            }
        }

        return false;
    }

    /// <summary>Tells that a cell is wrong.</summary>
    public void Error(int column, string expected) => log.Error(file, Line, columns[column], expected, ImportLog.Show(Text(column)));

    /// <summary>Tells that a row is wrong.</summary>
    public void Error(long line, string expected, string found) => log.Error(file, line, string.Empty, expected, found);

    /// <summary>The number of the name in a cell; -1 when it is no name, which the log then says.</summary>
    public int NameIn(int column, NameTable names)
    {
        var cell = this[column];
        if (cell.IsEmpty)
        {
            Error(column, "a name");
            return -1;
        }

        var number = names.NumberOf(cell, out var isNew);
        if (isNew && CsvCell.Refuse(Text(column)) is { } expected)
        {
            Error(column, expected);
            return -1;
        }

        return number;
    }

    public string Text(int column) => Encoding.UTF8.GetString(this[column]);

    private bool IsBlank()
    {
        for (var cell = 0; cell < rows.Count; cell++)
        {
            if (!rows[cell].IsEmpty)
            {
                return false;
            }
        }

        return true;
    }

    private bool CheckHeader(string[] names)
    {
        if (names.Length == 1 && names[0].AsSpan().ContainsAny(';', '\t', '|'))
        {
            return Refuse(rows.Line, string.Empty, "columns separated by commas", ImportLog.Show(names[0]));
        }

        places = [.. columns.Select(column => Array.FindIndex(names, name => string.Equals(name, column, StringComparison.OrdinalIgnoreCase)))];
        var known = string.Join(", ", columns);
        if (Array.FindIndex(places, place => place < 0) is var missing and >= 0)
        {
            return Refuse(rows.Line, columns[missing], $"the columns {known}", $"no column {columns[missing]} in {ImportLog.Show(string.Join(',', names))}");
        }

        if (Enumerable.Range(0, names.Length).Except(places).FirstOrDefault(-1) is var other and >= 0)
        {
            var isTwice = columns.Contains(names[other], StringComparer.OrdinalIgnoreCase);
            return Refuse(rows.Line, names[other], $"the columns {known} and no others", isTwice ? "the column twice" : $"the column {ImportLog.Show(names[other])}");
        }

        return true;
    }

    private bool Refuse(long line, string column, string expected, string found)
    {
        log.Error(file, line, column, expected, found);
        return false;
    }
}
