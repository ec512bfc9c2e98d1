using System.Collections.Immutable;
using System.Globalization;
using System.Net.Mail;
using System.Text.RegularExpressions;
using MentorCloud.Domain.Cohorts.Taxonomy;
using MentorCloud.Domain.People;

namespace MentorCloud.App.Imports.Rosters;

/// <summary>Makes a person of one roster row.</summary>
internal sealed partial class RosterRow(RosterCells cells, FrameworkProfiles? profiles, TaxonomyTerms? terms)
{
    private const int LongestLine = 200;
    private const int LongestId = 100;

    /// <summary>The person; null when a cell is wrong, which the log then says of each.</summary>
    public RosterPerson? Read()
    {
        var kind = ReadKind();
        var registration = new RegisterParticipant
        {
            ExternalId = cells.Text(RosterColumns.ExternalId, LongestId, required: true),
            Kind = kind ?? ParticipantKind.Mentee,
            Name = cells.Text(RosterColumns.Name, LongestLine),
            Title = cells.Text(RosterColumns.Title, LongestLine, required: true),
            Division = cells.Text(RosterColumns.Division, LongestLine),
            Location = cells.Text(RosterColumns.Location, LongestLine),
            TimeZone = ReadTimeZone(),
            WorkingHours = ReadWorkingHours(),
            HoursPerMonth = cells.Number(RosterColumns.HoursPerMonth, 0, 80),
            MaxMentees = ReadMaxMentees(kind),
            ReportsTo = cells.Text(RosterColumns.ReportsTo, LongestId),
            Exclusions = cells.List(RosterColumns.Exclusions, 50),
            Intake = ReadIntake(),
            Rating = ReadRating(kind),
        };
        var email = ReadEmail();
        CheckOthers(registration);

        // What the domain refuses beyond the checks of single cells, so that a check tells all that an import would.
        if (cells.IsRight && ParticipantProfileCheck.Check(registration) is { } refusal)
        {
            cells.Wrong(refusal.Field ?? string.Empty, refusal.Message, "this row");
        }

        return cells.IsRight ? new RosterPerson(cells.Line, registration, email) : null;
    }

    /// <summary>Null when wrong: what depends on the kind is not judged then.</summary>
    private ParticipantKind? ReadKind()
    {
        switch (cells.Raw(RosterColumns.Kind).ToUpperInvariant())
        {
            case "MENTOR":
                return ParticipantKind.Mentor;
            case "MENTEE":
                return ParticipantKind.Mentee;
            default:
                cells.Wrong(RosterColumns.Kind, "mentor or mentee");
                return null;
        }
    }

    private string ReadTimeZone()
    {
        var zone = cells.Raw(RosterColumns.TimeZone);
        return zone.Length is > 0 and <= LongestLine && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) && found.HasIanaId
            ? zone
            : cells.Wrong(RosterColumns.TimeZone, "an IANA time zone such as Europe/Warsaw");
    }

    private WorkingHours ReadWorkingHours()
    {
        var text = cells.Raw(RosterColumns.WorkingHours);
        if (text.Length == 0)
        {
            return WorkingHours.Default;
        }

        if (text.Split('-', StringSplitOptions.TrimEntries) is [var from, var to]
            && TimeOnly.TryParseExact(from, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var begin)
            && TimeOnly.TryParseExact(to, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var end)
            && begin < end)
        {
            return new WorkingHours(begin, end);
        }

        cells.Wrong(RosterColumns.WorkingHours, "working hours within one day such as 09:00-18:00");
        return WorkingHours.Default;
    }

    private int ReadMaxMentees(ParticipantKind? kind)
    {
        if (kind == ParticipantKind.Mentor)
        {
            return cells.Number(RosterColumns.MaxMentees, 1, 20);
        }

        if (kind is not null && cells.Raw(RosterColumns.MaxMentees) is not ("" or "0"))
        {
            cells.Wrong(RosterColumns.MaxMentees, "nothing for a mentee");
        }

        return 0;
    }

    private Intake ReadIntake() => new()
    {
        Goals = cells.List(RosterColumns.Goals, 10),
        Experiences = ReadExperiences(RosterColumns.Experiences),
        WantedExperiences = ReadExperiences(RosterColumns.WantedExperiences),
        LearningStyles = cells.List(RosterColumns.LearningStyles, 10),
        Languages = ReadLanguages(),
        Priorities = ReadPriorities(),
    };

    /// <summary>As the taxonomy writes them; without a taxonomy every word is right.</summary>
    private ImmutableArray<string> ReadExperiences(string column)
    {
        var written = cells.List(column, 50);
        if (terms is null)
        {
            return written;
        }

        foreach (var unknown in written.Where(each => terms.Find(each) is null))
        {
            var nearest = terms.Nearest(unknown);
            cells.Wrong(
                column,
                nearest.IsEmpty ? "experiences of the tenant's taxonomy" : $"experiences of the tenant's taxonomy (nearest: {string.Join("; ", nearest)})",
                ImportLog.Show(unknown));
        }

        return [.. written.Select(each => terms.Find(each) ?? each)];
    }

    private ImmutableArray<string> ReadLanguages()
    {
        var languages = cells.List(RosterColumns.Languages, 20);
        foreach (var language in languages.Where(each => !LanguageTag().IsMatch(each)))
        {
            cells.Wrong(RosterColumns.Languages, "language tags separated by semicolons such as en;pt-BR", ImportLog.Show(language));
        }

        return languages;
    }

    private ImmutableArray<string> ReadPriorities()
    {
        var priorities = cells.List(RosterColumns.Priorities, 10);
        var known = ImmutableArray.CreateBuilder<string>(priorities.Length);
        foreach (var priority in priorities)
        {
            if (profiles is not null && !profiles.TryGetSkill(priority, out _))
            {
                cells.Wrong(RosterColumns.Priorities, "skills of the tenant's framework, most important first", ImportLog.Show(priority));
            }

            known.Add(profiles is not null && profiles.TryGetSkill(priority, out var name) ? name! : priority);
        }

        return known.ToImmutable();
    }

    private Rating? ReadRating(ParticipantKind? kind)
    {
        var (code, target) = (cells.Raw(RosterColumns.ProfileCode), cells.Raw(RosterColumns.TargetCode));
        if (target.Length > 0 && kind == ParticipantKind.Mentor)
        {
            cells.Wrong(RosterColumns.TargetCode, "nothing for a mentor");
            return null;
        }

        if (target.Length > 0 && code.Length == 0)
        {
            cells.Wrong(RosterColumns.ProfileCode, "the code of the person's own profile, since there is a target");
        }

        var levels = ReadLevels(RosterColumns.ProfileCode, code);
        var targetLevels = ReadLevels(RosterColumns.TargetCode, target);
        return levels.IsEmpty ? null : new Rating(profiles!.Id, code, target.Length > 0 ? target : null, levels, targetLevels);
    }

    private ImmutableArray<double> ReadLevels(string column, string code)
    {
        if (code.Length == 0)
        {
            return [];
        }

        if (profiles is null)
        {
            cells.Wrong(column, "no code, since the tenant has no competency framework yet; import one first");
            return [];
        }

        if (profiles.TryGetLevels(code, out var levels))
        {
            return levels;
        }

        cells.Wrong(column, "the code of a profile in the tenant's framework");
        return [];
    }

    private string? ReadEmail()
    {
        var text = cells.Text(RosterColumns.Email, 254);
        if (text.Length > 0 && !(MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Contains('.')))
        {
            cells.Wrong(RosterColumns.Email, "an e-mail address such as ana@example.com");
        }

        return text.Length == 0 ? null : text;
    }

    private void CheckOthers(RegisterParticipant person)
    {
        if (person.ExternalId.Length > 0 && person.ReportsTo == person.ExternalId)
        {
            cells.Wrong(RosterColumns.ReportsTo, "the external_id of somebody else");
        }

        if (person.Exclusions.Any(each => each.Length > LongestId || each == person.ExternalId))
        {
            cells.Wrong(RosterColumns.Exclusions, $"external_ids of other people, at most {LongestId} characters each");
        }
    }

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$", RegexOptions.CultureInvariant)]
    private static partial Regex LanguageTag();
}
