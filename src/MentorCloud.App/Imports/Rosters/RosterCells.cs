using System.Collections.Immutable;
using System.Globalization;
using MentorCloud.App.Imports.Csv;

namespace MentorCloud.App.Imports.Rosters;

/// <summary>Reads the cells of one roster row by column; every wrong one is told, and makes the row wrong.</summary>
internal sealed class RosterCells(CsvTable table, RosterColumns columns, CsvRow row)
{
    private const int LongestEntry = 200;

    /// <summary>Whether no cell was wrong so far.</summary>
    public bool IsRight { get; private set; } = true;

    public long Line => row.Line;

    /// <summary>A column's cell, trimmed; empty when the file does not have the column.</summary>
    public string Raw(string column) => columns.CellOf(column) is >= 0 and var cell ? row.Cells[cell].Trim() : string.Empty;

    /// <summary>Text; empty when it may be and is.</summary>
    public string Text(string column, int longest, bool required = false)
    {
        var cell = columns.CellOf(column);
        var text = Raw(column);
        if (text.Length == 0)
        {
            return required ? Wrong(column, $"text of 1 to {longest} characters") : text;
        }

        if (CsvCell.RefuseFormula(row.Cells[cell]) is { } formula)
        {
            return Wrong(column, formula);
        }

        return text.Length <= longest ? text : Wrong(column, $"at most {longest} characters", $"{text.Length} characters");
    }

    /// <summary>Entries separated by semicolons, each once.</summary>
    public ImmutableArray<string> List(string column, int most)
    {
        var text = Raw(column);
        if (text.Length == 0)
        {
            return [];
        }

        var entries = text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Distinct(StringComparer.OrdinalIgnoreCase).ToImmutableArray();
        if (entries.Length > most)
        {
            Wrong(column, $"at most {most} entries separated by semicolons", $"{entries.Length} entries");
        }

        foreach (var entry in entries)
        {
            if (entry.Length > LongestEntry)
            {
                Wrong(column, $"entries of at most {LongestEntry} characters", ImportLog.Show(entry));
            }
            else if (CsvCell.RefuseFormula(entry) is { } formula)
            {
                Wrong(column, formula, ImportLog.Show(entry));
            }
        }

        return entries;
    }

    /// <summary>A whole number.</summary>
    public int Number(string column, int least, int most)
    {
        if (int.TryParse(Raw(column), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Wrong(column, $"a whole number from {least} to {most}");
        return least;
    }

    /// <summary>Tells that a column's cell is wrong.</summary>
    public string Wrong(string column, string expected)
    {
        IsRight = false;
        table.Error(row, columns.CellOf(column), expected);
        return string.Empty;
    }

    /// <summary>Tells that a column's cell is wrong, with words of its own for what stands there.</summary>
    public string Wrong(string column, string expected, string found)
    {
        IsRight = false;
        table.Error(row, columns.CellOf(column), expected, found);
        return string.Empty;
    }

    public void Warn(string column, string message) => table.Warn(row, columns.CellOf(column), message);
}
