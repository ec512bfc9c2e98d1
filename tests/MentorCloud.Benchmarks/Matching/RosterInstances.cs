using System.Globalization;
using MentorCloud.Matching.Factors;

namespace MentorCloud.Benchmarks.Matching;

/// <summary>The O*NET roster, repeated to any size, with what it lacks drawn from a seeded generator.</summary>
internal static class RosterInstances
{
    public static string? Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var data = Path.Combine(folder.FullName, "..", "shared", "data", "onet");
            if (File.Exists(Path.Combine(folder.FullName, "MentorCloud.sln")) && Directory.Exists(data))
                return data;
        }

        return null;
    }

    /// <summary>Scores of the roster's own columns, tiled: many people are exact copies of each other.</summary>
    public static long[] Tiled(int size)
    {
        var scores = new FactorScores(Input(size, size, full: false));
        var values = new long[size * size];
        Parallel.For(0, size, i => scores.Fill(i, values.AsSpan(i * size, size)));
        return values;
    }

    /// <summary>The roster as scoring input; <paramref name="full"/> adds drawn data for all twelve factors, so that nobody is a copy.</summary>
    public static ScoringInput Input(int mentees, int mentors, bool full)
    {
        var folder = Folder() ?? throw new DirectoryNotFoundException("../shared/data/onet is not there.");
        var skills = Table(Path.Combine(folder, "skills.csv"), 7f);
        var styles = Table(Path.Combine(folder, "work-styles.csv"), 5f);
        var roster = File.ReadLines(Path.Combine(folder, "roster.csv")).Skip(1).Select(l => Fields(l).ToArray()).ToArray();
        var random = new Random(7);
        return new ScoringInput
        {
            Mentees = Side([.. roster.Where(r => r[1] == "mentee")], mentees, skills, styles, full ? random : null, mentee: true),
            Mentors = Side([.. roster.Where(r => r[1] == "mentor")], mentors, skills, styles, full ? random : null, mentee: false),
            MenteePreferences = full ? [.. Wishes(random, mentees, mentors)] : [],
            MentorPreferences = full ? [.. Wishes(random, mentees, mentors)] : [],
        };
    }

    private static ParticipantTable Side(string[][] rows, int count, Dictionary<string, float[]> skills, Dictionary<string, float[]> styles, Random? random, bool mentee)
    {
        var people = Enumerable.Range(0, count).Select(r => rows[r % rows.Length]).ToArray();
        var levels = people.SelectMany(p => skills[p[3]]).Select(v => random is null ? v : Math.Max(0, v + (random.NextSingle() / 2) - 0.25f)).ToArray();
        var aims = people.SelectMany(p => mentee ? skills[p[4]] : skills[p[3]].Select(_ => random is null ? 0f : random.NextSingle() * 5)).ToArray();
        var draw = (int below) => random is null ? [] : Enumerable.Range(0, count).Select(_ => random.Next(below)).ToArray();
        var zones = people.Select(p => p[7]).ToArray();
        return new ParticipantTable
        {
            Count = count,
            Competencies = 35,
            Levels = [.. levels],
            Gaps = mentee || random is not null ? [.. levels.Zip(aims, (l, a) => Math.Max(0, a - l))] : [],
            Priorities = random is null ? [] : [.. levels.Select(_ => (float)random.Next(1, 4))],
            StyleTraits = 16,
            Styles = [.. people.SelectMany(p => styles[p[3]]).Select(v => random is null ? v : Math.Clamp(v + (random.NextSingle() / 4) - 0.125f, 0, 1))],
            Division = [.. people.Select(p => Code(p[5]))],
            Location = [.. people.Select(p => Code(p[6]))],
            Generation = [.. draw(4)],
            Industry = [.. draw(12)],
            Function = [.. draw(15)],
            ExperienceWords = random is null ? 0 : 1,
            Experiences = random is null ? [] : [.. Enumerable.Range(0, count).Select(_ => (ulong)random.NextInt64() & (ulong)random.NextInt64())],
            WorkStart = [.. zones.Select(ZoneStart)],
            WorkLength = [.. people.Select(_ => 540)],
            LanguageWords = random is null ? 0 : 1,
            Languages = random is null ? [] : [.. Enumerable.Range(0, count).Select(_ => 1UL | (1UL << random.Next(1, 20)))],
        };
    }

    private static IEnumerable<Preference> Wishes(Random random, int mentees, int mentors) =>
        Enumerable.Range(0, mentees).SelectMany(i => Enumerable.Range(0, 3).Select(_ => new Preference(i, random.Next(mentors), random.NextSingle()))).DistinctBy(p => (p.Mentee, p.Mentor));

    private static int Code(string name) => name.Sum(c => c * 31) & 0xFFFF;

    private static int ZoneStart(string zone)
    {
        var offset = TimeZoneInfo.FindSystemTimeZoneById(zone).BaseUtcOffset.TotalMinutes;
        return (int)((540 - offset + 1440) % 1440);
    }

    private static Dictionary<string, float[]> Table(string file, float scale) => File.ReadLines(file).Skip(1)
        .Select(line => Fields(line).ToArray())
        .ToDictionary(f => f[0], f => f.Skip(2).Select(v => float.Parse(v, CultureInfo.InvariantCulture) / (scale == 5f ? 5f : 1f)).ToArray());

    /// <summary>Quoted titles hold commas.</summary>
    private static IEnumerable<string> Fields(string line)
    {
        var field = new System.Text.StringBuilder();
        var quoted = false;
        foreach (var c in line)
        {
            quoted ^= c == '"';
            if (c == ',' && !quoted)
            {
                yield return field.ToString();
                field.Clear();
            }
            else if (c != '"')
            {
                field.Append(c);
            }
        }

        yield return field.ToString();
    }
}
