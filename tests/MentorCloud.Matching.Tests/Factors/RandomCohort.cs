using System.Collections.Immutable;
using MentorCloud.Matching.Factors;

namespace MentorCloud.Matching.Tests.Factors;

/// <summary>Cohorts with every attribute, some of them missing here and there.</summary>
internal static class RandomCohort
{
    private const int Competencies = 5;
    private const int Traits = 3;

    public static ScoringInput Input(int seed, int mentees, int mentors)
    {
        var random = new Random(seed);
        return new ScoringInput
        {
            Mentees = Side(random, mentees, 0),
            Mentors = Side(random, mentors, mentees),
            MenteePreferences = Wishes(random, mentees, mentors),
            MentorPreferences = Wishes(random, mentees, mentors),
            Rules = new HardRules { SharedMinutes = random.Next(2) * 60, Exclusions = [new(0, 0)] },
        };
    }

    private static ParticipantTable Side(Random random, int count, int firstId)
    {
        ImmutableArray<float> Floats(int width, float scale) =>
            [.. Enumerable.Range(0, count * width).Select(_ => random.Next(3) == 0 ? float.NaN : random.NextSingle() * scale)];
        ImmutableArray<int> Codes(int below) => [.. Enumerable.Range(0, count).Select(_ => random.Next(-1, below))];
        ImmutableArray<ulong> Bits() => [.. Enumerable.Range(0, count).Select(_ => random.Next(8) == 0 ? 0 : (ulong)random.NextInt64() & (ulong)random.NextInt64())];
        return new ParticipantTable
        {
            Count = count,
            Competencies = Competencies,
            Levels = Floats(Competencies, 7),
            Gaps = [.. Floats(Competencies, 4).Select(gap => gap < 1 ? 0 : gap)],
            Priorities = Floats(Competencies, 2),
            StyleTraits = Traits,
            Styles = Floats(Traits, 1),
            Division = Codes(4),
            Location = Codes(3),
            Generation = Codes(3),
            Industry = Codes(5),
            Function = Codes(2),
            ExperienceWords = 1,
            Experiences = Bits(),
            LanguageWords = 1,
            Languages = [.. Enumerable.Range(0, count).Select(_ => random.Next(10) == 0 ? 0UL : 1UL << random.Next(3))],
            WorkStart = [.. Enumerable.Range(0, count).Select(_ => random.Next(10) == 0 ? -1 : random.Next(1440))],
            WorkLength = [.. Enumerable.Range(0, count).Select(_ => random.Next(60, 1440))],
            PersonId = [.. Enumerable.Range(firstId, count)],
            ReportsTo = [.. Enumerable.Range(0, count).Select(_ => ImmutableArray<int>.Empty)],
        };
    }

    private static ImmutableArray<Preference> Wishes(Random random, int mentees, int mentors) =>
        [.. Enumerable.Range(0, mentees).Select(i => new Preference(i, random.Next(mentors), random.NextSingle()))];
}
