using System.Runtime.CompilerServices;
using MentorCloud.App.Imports.Csv;
using MentorCloud.Domain.Cohorts.Taxonomy;
using MentorCloud.Domain.People;

namespace MentorCloud.App.Imports.Rosters;

/// <summary>One pass over a roster. Remembers an id and an address for each person, and nothing else of them.</summary>
internal sealed class RosterPass(FrameworkProfiles? profiles, TaxonomyTerms? terms, ImportContext context)
{
    private readonly Dictionary<string, long> ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> addresses = new(StringComparer.OrdinalIgnoreCase);

    public RosterGaps Gaps { get; } = new();

    /// <summary>The people of the right rows; the wrong ones are told to the log.</summary>
    public async IAsyncEnumerable<RosterPerson> ReadAsync(ImportSource source, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var table = await CsvTable.OpenAsync(source, context.Log, context.Limits, context.Progress, cancel);
        if (table is null || RosterColumns.Read(table) is not { } columns)
        {
            yield break;
        }

        var rows = 0;
        await foreach (var row in table.ReadRowsAsync(cancel))
        {
            if (++rows > context.Limits.MaxPeople)
            {
                table.Error(row, 0, $"at most {context.Limits.MaxPeople} people; split the file", "more");
                yield break;
            }

            var cells = new RosterCells(table, columns, row);
            var person = new RosterRow(cells, profiles, terms).Read();
            CheckOnce(cells, RosterColumns.ExternalId, ids);
            CheckOnce(cells, RosterColumns.Email, addresses);
            if (person is null || !cells.IsRight)
            {
                context.Log.Skipped++;
                continue;
            }

            Gaps.Count(person);
            WarnOfHours(cells, person.Registration);
            yield return person;
        }
    }

    private static void CheckOnce(RosterCells cells, string column, Dictionary<string, long> seen)
    {
        var text = cells.Raw(column);
        if (text.Length > 0 && !seen.TryAdd(text, cells.Line))
        {
            cells.Wrong(column, "a value that stands in no other row", $"{ImportLog.Show(text)}, which line {seen[text]} has too");
        }
    }

    /// <summary>A rule of thumb: less than an hour a month for each mentee is hardly a conversation. It warns, it does not cap.</summary>
    private static void WarnOfHours(RosterCells cells, RegisterParticipant person)
    {
        if (person.Kind == ParticipantKind.Mentor && person.HoursPerMonth < person.MaxMentees)
        {
            cells.Warn(
                RosterColumns.HoursPerMonth,
                $"{person.HoursPerMonth} hours a month for up to {person.MaxMentees} mentees is less than one hour each; raise the hours or lower max_mentees.");
        }
    }
}
