using System.Collections.Immutable;
using MentorCloud.Contracts.Solving;
using MentorCloud.Domain.People;
using MentorCloud.Matching.Factors;

namespace MentorCloud.App.Matching;

/// <summary>One side of a cohort as columns.</summary>
internal sealed class PeopleColumns(SolveTask task, MatchingWords words, ImmutableArray<ParticipantState> people)
{
    private const int BitsPerWord = 64;

    public ParticipantTable ToTable()
    {
        var experienceWords = (words.Experiences.Count + BitsPerWord - 1) / BitsPerWord;
        var languageWords = (words.Languages.Count + BitsPerWord - 1) / BitsPerWord;
        return new ParticipantTable
        {
            Count = people.Length,
            Competencies = task.Skills,
            Levels = Skills((rating, skill) => Scaled(rating.Levels, skill)),
            Gaps = Skills((rating, skill) => Math.Max(0, Scaled(rating.TargetLevels, skill) - Scaled(rating.Levels, skill))),
            Priorities = Priorities(),
            StyleTraits = task.Scales.Length - task.Skills,
            Styles = Column(task.Skills, task.Scales.Length, (rating, trait) => Scaled(rating.Levels, trait)),
            Division = [.. people.Select(person => words.Divisions.NumberOf(person.Profile.Division))],
            Location = [.. people.Select(person => words.Locations.NumberOf(person.Profile.Location))],
            ExperienceWords = experienceWords,
            Experiences = Bits(experienceWords, words.Experiences, ExperiencesOf),
            LanguageWords = languageWords,
            Languages = Bits(languageWords, words.Languages, person => person.Profile.Intake.Languages.Select(MatchingWords.LanguageOf)),
            WorkStart = [.. people.Select(WorkStart)],
            WorkLength = [.. people.Select(person => (int)(person.Profile.WorkingHours.To - person.Profile.WorkingHours.From).TotalMinutes)],
            PersonId = [.. people.Select(person => words.People.NumberOf(person.Profile.ExternalId))],
            ReportsTo = [.. people.Select(person => words.Above(person.Profile.ExternalId).ToImmutableArray())],
        };
    }

    /// <summary>What a mentor has lived; what a mentee wants and has not lived.</summary>
    private static IEnumerable<string> ExperiencesOf(ParticipantState person) => person.Profile.Kind == ParticipantKind.Mentor
        ? person.Profile.Intake.Experiences
        : person.Profile.Intake.WantedExperiences.Except(person.Profile.Intake.Experiences, StringComparer.OrdinalIgnoreCase);

    private ImmutableArray<float> Skills(Func<Rating, int, double> level) => Column(0, task.Skills, level);

    private ImmutableArray<float> Column(int from, int to, Func<Rating, int, double> level)
    {
        var column = ImmutableArray.CreateBuilder<float>(people.Length * (to - from));
        foreach (var person in people)
        {
            for (var competency = from; competency < to; competency++)
            {
                column.Add(person.Profile.Rating is { } rating ? (float)level(rating, competency) : float.NaN);
            }
        }

        return column.MoveToImmutable();
    }

    /// <summary>Levels on one scale of 0..1, whatever scale the framework gives each competency; NaN where there is none.</summary>
    private double Scaled(ImmutableArray<double> levels, int competency)
    {
        if (competency >= levels.Length)
        {
            return double.NaN;
        }

        var (least, most) = task.Scales[competency];
        return Math.Clamp((levels[competency] - least) / (most - least), 0, 1);
    }

    /// <summary>A named priority counts up to twice: the first most, the last a little more than what is not named.</summary>
    private ImmutableArray<float> Priorities()
    {
        var column = new float[people.Length * task.Skills];
        Array.Fill(column, 1f);
        for (var row = 0; row < people.Length; row++)
        {
            var named = people[row].Profile.Intake.Priorities;
            for (var rank = 0; rank < named.Length; rank++)
            {
                var skill = IndexOf(named[rank]);
                if (skill >= 0 && skill < task.Skills)
                {
                    column[(row * task.Skills) + skill] = 1f + ((named.Length - rank) / (float)named.Length);
                }
            }
        }

        return [.. column];
    }

    private int IndexOf(string competency)
    {
        for (var index = 0; index < task.CompetencyNames.Length; index++)
        {
            if (string.Equals(task.CompetencyNames[index], competency, StringComparison.OrdinalIgnoreCase))
            {
                return index;
            }
        }

        return -1;
    }

    private ImmutableArray<ulong> Bits(int width, WordNumbers numbers, Func<ParticipantState, IEnumerable<string>> read)
    {
        var bits = new ulong[people.Length * width];
        for (var row = 0; row < people.Length; row++)
        {
            foreach (var word in read(people[row]))
            {
                var bit = numbers.NumberOf(word);
                bits[(row * width) + (bit / BitsPerWord)] |= 1UL << (bit % BitsPerWord);
            }
        }

        return [.. bits];
    }

    private int WorkStart(ParticipantState person)
    {
        var offset = TimeZoneInfo.FindSystemTimeZoneById(person.Profile.TimeZone).GetUtcOffset(task.At);
        var minutes = (int)(person.Profile.WorkingHours.From.ToTimeSpan() - offset).TotalMinutes;
        return ((minutes % 1440) + 1440) % 1440;
    }
}
