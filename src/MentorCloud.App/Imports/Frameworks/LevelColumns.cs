using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using MentorCloud.App.Imports.Csv;
using MentorCloud.Domain.Tenants.Frameworks;

namespace MentorCloud.App.Imports.Frameworks;

/// <summary>The competency columns of a skills or work-styles file.</summary>
internal sealed partial class LevelColumns
{
    /// <summary>Code and title come before them.</summary>
    public const int First = 2;

    private LevelColumns(ImmutableArray<Competency> competencies) => Competencies = competencies;

    public ImmutableArray<Competency> Competencies { get; }

    /// <summary>Reads the header; null when it is wrong, which the log then says.</summary>
    public static LevelColumns? Read(CsvTable table, CompetencyKind kind, double least, double most)
    {
        var header = new CsvRow(1);
        header.Cells.AddRange(table.Header);
        if (table.Header is not [var code, var title, _, ..]
            || !code.Equals("code", StringComparison.OrdinalIgnoreCase) || !title.Equals("title", StringComparison.OrdinalIgnoreCase))
        {
            table.Error(header, table.Header.Count, "a header of code, title and at least one competency", ImportLog.Show(string.Join(',', table.Header)));
            return null;
        }

        var competencies = ImmutableArray.CreateBuilder<Competency>();
        for (var cell = First; cell < table.Header.Count; cell++)
        {
            if (ReadCompetency(table, header, cell, kind, least, most) is not { } competency)
            {
                return null;
            }

            competencies.Add(competency);
        }

        return new LevelColumns(competencies.ToImmutable());
    }

    /// <summary>The levels of a row; null when one is wrong, which the log then says of each.</summary>
    public ImmutableArray<double>? ReadLevels(CsvTable table, CsvRow row)
    {
        var levels = ImmutableArray.CreateBuilder<double>(Competencies.Length);
        for (var place = 0; place < Competencies.Length; place++)
        {
            var (least, most) = (Competencies[place].Least, Competencies[place].Most);
            if (TryLevel(row.Cells[place + First], least, most, out var level))
            {
                levels.Add(level);
            }
            else
            {
                table.Error(row, place + First, Expected(least, most));
            }
        }

        return levels.Count == Competencies.Length ? levels.ToImmutable() : null;
    }

    /// <summary>Reads a level: digits and a point, whatever the machine's culture.</summary>
    public static bool TryLevel(string cell, double least, double most, out double level) =>
        double.TryParse(cell.Trim(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out level)
        && level >= least && level <= most;

    public static string Expected(double least, double most) =>
        string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most} such as {(least + most) / 2:0.0#}");

    private static Competency? ReadCompetency(CsvTable table, CsvRow header, int cell, CompetencyKind kind, double least, double most)
    {
        var name = table.Header[cell];
        if (OwnScale().Match(name) is { Success: true } own)
        {
            name = own.Groups[1].Value;
            (least, most) = (Number(own.Groups[2]), Number(own.Groups[3]));
        }

        if (CsvCell.RefuseFormula(name) is { } formula)
        {
            table.Error(header, cell, formula);
            return null;
        }

        if (name.Length is 0 or > 200 || least >= most)
        {
            table.Error(header, cell, "a competency's name of 1 to 200 characters, with a scale like [0..5] behind it if it has its own");
            return null;
        }

        return new Competency(name, kind, least, most, []);
    }

    private static double Number(Group group) => double.Parse(group.ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(.*?)\s*\[(\d{1,3}(?:\.\d{1,3})?)\.\.(\d{1,3}(?:\.\d{1,3})?)\]$", RegexOptions.CultureInvariant)]
    private static partial Regex OwnScale();
}
