using System.Runtime.CompilerServices;
using System.Text;

namespace MentorCloud.App.Imports.Csv;

/// <summary>
/// A CSV file with a header: checks encoding and size, tells malformed rows to the log and hands out the others as
/// wide as the header. One pass; a second pass takes a second table.
/// </summary>
internal sealed class CsvTable : IDisposable
{
    private const int RowsPerProgress = 1_000;

    private readonly ImportSource source;
    private readonly ImportLog log;
    private readonly ImportLimits limits;
    private readonly IProgress<ImportProgress>? progress;
    private readonly CountingStream bytes;
    private readonly StreamReader text;
    private readonly CsvRowReader rows;
    private int count;

    private CsvTable(ImportSource source, ImportLog log, ImportLimits limits, IProgress<ImportProgress>? progress)
    {
        (this.source, this.log, this.limits, this.progress) = (source, log, limits, progress);
        bytes = new CountingStream(source.Content, limits.MaxBytes);

        // Bytes that are not UTF-8 become U+FFFD, which no cell may hold: so they are told by line and column.
        text = new StreamReader(bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), false, 64 * 1024, leaveOpen: true);
        rows = new CsvRowReader(text, limits);
    }

    /// <summary>The header's names, trimmed.</summary>
    public IReadOnlyList<string> Header { get; private set; } = [];

    /// <summary>Begins a pass; null when the file cannot be read as a table at all, which the log then says.</summary>
    public static async Task<CsvTable?> OpenAsync(
        ImportSource source, ImportLog log, ImportLimits limits, IProgress<ImportProgress>? progress, CancellationToken cancel)
    {
        if (source.Content.Length > limits.MaxBytes)
        {
            log.TooLarge(source.Name, source.Content.Length);
            return null;
        }

        if (await CsvEncoding.RefuseAsync(source.Content, cancel) is { } fault)
        {
            log.Error(source.Name, fault.Line, string.Empty, fault.Expected, fault.Found);
            return null;
        }

        var table = new CsvTable(source, log, limits, progress);
        if (await table.ReadHeaderAsync(cancel))
        {
            return table;
        }

        table.Dispose();
        return null;
    }

    /// <summary>The well-formed rows below the header.</summary>
    public async IAsyncEnumerable<CsvRow> ReadRowsAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        while (await rows.ReadAsync(cancel) is { } row)
        {
            if (row.IsBlank)
            {
                continue;
            }

            Count();
            if (IsWellFormed(row))
            {
                yield return row;
            }
            else
            {
                log.Skipped++;
            }
        }

        Finish();
    }

    /// <summary>Tells an error in one cell.</summary>
    public void Error(CsvRow row, int cell, string expected) =>
        Error(row, cell, expected, ImportLog.Show(cell < row.Cells.Count ? row.Cells[cell] : string.Empty));

    /// <summary>Tells an error in one cell with words of its own for what stands there.</summary>
    public void Error(CsvRow row, int cell, string expected, string found) =>
        log.Error(source.Name, row.Line, NameOf(cell), expected, found);

    public void Warn(CsvRow row, int cell, string message) => log.Warn(source.Name, row.Line, NameOf(cell), message);

    public void Dispose() => text.Dispose();

    private async Task<bool> ReadHeaderAsync(CancellationToken cancel)
    {
        CsvRow? row;
        do
        {
            row = await rows.ReadAsync(cancel);
        }
        while (row is { IsBlank: true });

        if (row is null)
        {
            log.Error(source.Name, 1, string.Empty, "a header row with the names of the columns", "an empty file");
            return false;
        }

        Header = [.. row.Cells.Select(cell => cell.Trim())];
        if (row.Fault is null && Header.Count == 1 && Header[0].AsSpan().ContainsAny(';', '\t', '|'))
        {
            log.Error(source.Name, row.Line, string.Empty, "columns separated by commas", ImportLog.Show(Header[0]));
            return false;
        }

        return IsWellFormed(row) && HasNoDuplicates(row);
    }

    private bool HasNoDuplicates(CsvRow row)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var twice = Header.FirstOrDefault(name => !seen.Add(name));
        if (twice is not null)
        {
            log.Error(source.Name, row.Line, twice, "each column once, with a name", twice.Length == 0 ? "a column without a name" : "the column twice");
        }

        return twice is null;
    }

    private bool IsWellFormed(CsvRow row)
    {
        if (row.Fault is { } fault)
        {
            log.Error(source.Name, fault.Line, NameOf(fault.Cell), fault.Expected, fault.Found);
            return false;
        }

        if (row.Cells.Count != Header.Count)
        {
            log.Error(source.Name, row.Line, string.Empty, $"{Header.Count} cells, as the header has", $"{row.Cells.Count} cells");
            return false;
        }

        var right = true;
        for (var cell = 0; cell < row.Cells.Count; cell++)
        {
            if (CsvCell.Refuse(row.Cells[cell]) is { } expected)
            {
                Error(row, cell, expected);
                right = false;
            }
        }

        return right;
    }

    private void Count()
    {
        log.Read++;
        count++;
        if (count % RowsPerProgress == 0)
        {
            Report();
        }
    }

    private void Finish()
    {
        Report();
        if (bytes.IsExceeded)
        {
            log.TooLarge(source.Name, bytes.Count);
        }
        else if (count == 0)
        {
            log.Error(source.Name, 1, string.Empty, "at least one row below the header", "the header alone");
        }
    }

    private void Report() => progress?.Report(new ImportProgress(source.Name, bytes.Count, source.Content.Length, count));

    private string NameOf(int cell) => cell < Header.Count ? Header[cell] : string.Empty;
}
