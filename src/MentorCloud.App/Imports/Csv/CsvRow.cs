namespace MentorCloud.App.Imports.Csv;

/// <summary>One row: the line on which it begins, and its cells as written, unquoted but not trimmed.</summary>
internal sealed class CsvRow(long line)
{
    public long Line { get; } = line;

    public List<string> Cells { get; } = [];

    /// <summary>What is malformed; the cells are not to be used then. Null when the row is well-formed.</summary>
    public CsvFault? Fault { get; set; }

    /// <summary>Blank lines, and the rows of bare commas that spreadsheets leave below a table.</summary>
    public bool IsBlank => Fault is null && Cells.TrueForAll(cell => cell.Length == 0);
}
