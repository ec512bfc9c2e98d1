using System.Collections.Immutable;
using MentorCloud.App.Imports.Csv;
using MentorCloud.Domain.Tenants.Frameworks;

namespace MentorCloud.App.Imports.Frameworks;

/// <summary>A skills or work-styles file, read as a whole.</summary>
internal sealed class LevelFile
{
    private LevelFile(string name, ImmutableArray<Competency> competencies) => (Name, Competencies) = (name, competencies);

    public string Name { get; }

    public ImmutableArray<Competency> Competencies { get; }

    /// <summary>Right rows by code.</summary>
    public Dictionary<string, LevelRow> Rows { get; } = new(StringComparer.Ordinal);

    /// <summary>Lines of every code in the file, of wrong rows too: a code with a wrong row is not also reported as missing.</summary>
    public Dictionary<string, long> Lines { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads the file; null when its header is wrong.</summary>
    public static async Task<LevelFile?> ReadAsync(
        ImportSource source, CompetencyKind kind, (double Least, double Most) scale, ImportContext context, CancellationToken cancel)
    {
        using var table = await CsvTable.OpenAsync(source, context.Log, context.Limits, context.Progress, cancel);
        if (table is null || LevelColumns.Read(table, kind, scale.Least, scale.Most) is not { } columns)
        {
            return null;
        }

        var file = new LevelFile(source.Name, columns.Competencies);
        await foreach (var row in table.ReadRowsAsync(cancel))
        {
            if (file.Lines.Count >= context.Limits.MaxProfiles)
            {
                table.Error(row, 0, $"at most {context.Limits.MaxProfiles} profiles", "more");
                return null;
            }

            if (!file.TryAdd(table, row, columns))
            {
                context.Log.Skipped++;
            }
        }

        return file;
    }

    private bool TryAdd(CsvTable table, CsvRow row, LevelColumns columns)
    {
        var (code, title) = (row.Cells[0].Trim(), row.Cells[1].Trim());
        var right = HasText(table, row, 0, code) & HasText(table, row, 1, title);
        if (right && !Lines.TryAdd(code, row.Line))
        {
            table.Error(row, 0, "a code that stands in no other row", $"{ImportLog.Show(code)}, which line {Lines[code]} has too");
            right = false;
        }

        if (columns.ReadLevels(table, row) is not { } levels || !right)
        {
            return false;
        }

        Rows.Add(code, new LevelRow(row.Line, title, levels));
        return true;
    }

    private static bool HasText(CsvTable table, CsvRow row, int cell, string text)
    {
        var expected = text.Length is 0 or > 200 ? "text of 1 to 200 characters" : CsvCell.RefuseFormula(row.Cells[cell]);
        if (expected is not null)
        {
            table.Error(row, cell, expected);
        }

        return expected is null;
    }
}
