using System.Collections.Immutable;
using System.Globalization;
using MentorCloud.App.Imports.Csv;
using MentorCloud.Domain.Tenants.Frameworks;

namespace MentorCloud.App.Imports.Frameworks;

/// <summary>The file of level anchors: <c>competency,level,anchor</c>.</summary>
internal static class AnchorFile
{
    private static readonly string[] Columns = ["competency", "level", "anchor"];

    /// <summary>Gives the competencies their anchors, sorted by level.</summary>
    public static async Task<ImmutableArray<Competency>> ReadAsync(
        ImportSource source, ImmutableArray<Competency> competencies, ImportContext context, CancellationToken cancel)
    {
        using var table = await CsvTable.OpenAsync(source, context.Log, context.Limits, context.Progress, cancel);
        if (table is null)
        {
            return competencies;
        }

        if (!table.Header.SequenceEqual(Columns, StringComparer.OrdinalIgnoreCase))
        {
            table.Error(new CsvRow(1), 0, "the header competency,level,anchor", ImportLog.Show(string.Join(',', table.Header)));
            return competencies;
        }

        var places = competencies.Select((each, place) => (each.Name, place))
            .ToDictionary(each => each.Name, each => each.place, StringComparer.OrdinalIgnoreCase);
        var anchors = competencies.Select(_ => new SortedDictionary<double, string>()).ToArray();
        var before = context.Log.Read;
        await foreach (var row in table.ReadRowsAsync(cancel))
        {
            Add(table, row, competencies, places, anchors);
        }

        // The report counts profiles, not anchors.
        context.Log.Read = before;
        return [.. competencies.Select((each, place) => each with
        {
            Anchors = [.. anchors[place].Select(anchor => new LevelAnchor(anchor.Key, anchor.Value))],
        })];
    }

    private static void Add(
        CsvTable table, CsvRow row, ImmutableArray<Competency> competencies, Dictionary<string, int> places, SortedDictionary<double, string>[] anchors)
    {
        if (!places.TryGetValue(row.Cells[0].Trim(), out var place))
        {
            table.Error(row, 0, "the name of a competency of this framework");
            return;
        }

        var (least, most) = (competencies[place].Least, competencies[place].Most);
        var text = row.Cells[2].Trim();
        if (!LevelColumns.TryLevel(row.Cells[1], least, most, out var level))
        {
            table.Error(row, 1, LevelColumns.Expected(least, most));
        }
        else if (text.Length is 0 or > 200 || CsvCell.RefuseFormula(row.Cells[2]) is not null)
        {
            table.Error(row, 2, CsvCell.RefuseFormula(row.Cells[2]) ?? "a behaviour in 1 to 200 characters");
        }
        else if (!anchors[place].TryAdd(level, text))
        {
            table.Error(row, 1, "one anchor for each level", string.Create(CultureInfo.InvariantCulture, $"a second one for {level}"));
        }
    }
}
