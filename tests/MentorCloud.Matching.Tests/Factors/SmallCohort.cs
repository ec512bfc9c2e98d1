using MentorCloud.Matching.Factors;

namespace MentorCloud.Matching.Tests.Factors;

/// <summary>Two competencies, two mentees, eleven mentors (more than one vector), every attribute known.</summary>
internal static class SmallCohort
{
    public const int Mentors = 11;

    public static ScoringInput Input() => new()
    {
        Mentees = new ParticipantTable
        {
            Count = 2,
            Competencies = 2,
            Levels = [1, 2, 3, 3],
            Gaps = [2, 1, 0, 1],
            Priorities = [3, 1, 1, 1],
            StyleTraits = 1,
            Styles = [0.2f, 0.8f],
            Division = [0, 1],
            Location = [0, 1],
            Generation = [0, 1],
            Industry = [0, 1],
            Function = [0, 1],
            ExperienceWords = 1,
            Experiences = [0b111, 0b1],
            LanguageWords = 1,
            Languages = [0b1, 0b10],
            WorkStart = [1380, 480],
            WorkLength = [480, 480],
            PersonId = [100, 101],
            ReportsTo = [[3], []],
        },
        Mentors = new ParticipantTable
        {
            Count = Mentors,
            Competencies = 2,
            Levels = [.. Enumerable.Range(0, Mentors * 2).Select(k => (float)(k % 5))],
            Gaps = [.. Enumerable.Range(0, Mentors * 2).Select(k => (float)(k % 3))],
            StyleTraits = 1,
            Styles = [.. Enumerable.Range(0, Mentors).Select(j => j / 10f)],
            Division = [.. Enumerable.Range(0, Mentors).Select(j => j % 2)],
            Location = [.. Enumerable.Range(0, Mentors).Select(j => j % 3)],
            Generation = [.. Enumerable.Range(0, Mentors).Select(j => j % 2)],
            Industry = [.. Enumerable.Range(0, Mentors).Select(j => j % 2)],
            Function = [.. Enumerable.Range(0, Mentors).Select(j => j % 2)],
            ExperienceWords = 1,
            Experiences = [.. Enumerable.Range(0, Mentors).Select(j => (ulong)j + 1)],
            LanguageWords = 1,
            Languages = [.. Enumerable.Range(0, Mentors).Select(j => j % 4 == 3 ? 0b10UL : 0b11UL)],
            WorkStart = [.. Enumerable.Range(0, Mentors).Select(j => j * 120)],
            WorkLength = [.. Enumerable.Repeat(480, Mentors)],
            PersonId = [.. Enumerable.Range(0, Mentors)],
            ReportsTo = [.. Enumerable.Range(0, Mentors).Select(_ => System.Collections.Immutable.ImmutableArray<int>.Empty)],
        },
        Rules = new HardRules { Exclusions = [new(0, 5)], SharedMinutes = 60 },
        MenteePreferences = [new Preference(0, 1, 1f)],
    };
}
