using System.Collections.Frozen;
using MentorCloud.App.Imports.Csv;

namespace MentorCloud.App.Imports.Rosters;

/// <summary>Which cell of a row holds which column of a roster.</summary>
internal sealed class RosterColumns
{
    public const string ExternalId = "external_id";
    public const string Kind = "kind";
    public const string Title = "title";
    public const string ProfileCode = "profile_code";
    public const string TargetCode = "target_code";
    public const string Division = "division";
    public const string Location = "location";
    public const string TimeZone = "time_zone";
    public const string HoursPerMonth = "hours_per_month";
    public const string MaxMentees = "max_mentees";
    public const string Name = "name";
    public const string Email = "email";
    public const string Languages = "languages";
    public const string Experiences = "experiences";
    public const string WantedExperiences = "wanted_experiences";
    public const string LearningStyles = "learning_styles";
    public const string Goals = "goals";
    public const string Priorities = "priorities";
    public const string ReportsTo = "reports_to";
    public const string Exclusions = "exclusions";
    public const string WorkingHours = "working_hours";

    private static readonly string[] Required =
        [ExternalId, Kind, Title, ProfileCode, TargetCode, Division, Location, TimeZone, HoursPerMonth, MaxMentees];

    private static readonly string[] Optional =
        [Name, Email, Languages, Experiences, WantedExperiences, LearningStyles, Goals, Priorities, ReportsTo, Exclusions, WorkingHours];

    private readonly FrozenDictionary<string, int> cells;

    private RosterColumns(FrozenDictionary<string, int> cells) => this.cells = cells;

    /// <summary>Reads the header; null when it is wrong, which the log then says of each column.</summary>
    public static RosterColumns? Read(CsvTable table)
    {
        var header = new CsvRow(1);
        header.Cells.AddRange(table.Header);
        var cells = table.Header.Select((name, cell) => (name, cell))
            .ToFrozenDictionary(each => each.name, each => each.cell, StringComparer.OrdinalIgnoreCase);
        var known = string.Join(", ", [.. Required, .. Optional]);
        var unknown = cells.Where(each => !Required.Concat(Optional).Contains(each.Key, StringComparer.OrdinalIgnoreCase)).ToArray();
        foreach (var (name, cell) in unknown.OrderBy(each => each.Value))
        {
            table.Error(header, cell, $"one of the known columns: {known}", ImportLog.Show(name));
        }

        var missing = Required.Where(name => !cells.ContainsKey(name)).ToArray();
        if (missing.Length > 0)
        {
            table.Error(header, table.Header.Count, $"the columns {string.Join(", ", missing)}", "a header without them");
        }

        return unknown.Length + missing.Length == 0 ? new RosterColumns(cells) : null;
    }

    /// <summary>The cell of a column; -1 for an optional column that the file does not have.</summary>
    public int CellOf(string column) => cells.GetValueOrDefault(column, -1);
}
