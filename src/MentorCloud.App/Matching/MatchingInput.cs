using System.Collections.Immutable;
using MentorCloud.Contracts.Solving;
using MentorCloud.Domain.People;
using MentorCloud.Matching.Assignment;
using MentorCloud.Matching.Factors;

namespace MentorCloud.App.Matching;

/// <summary>Turns people into the columns that the engine scores. What somebody has not told stays missing, which is neutral.</summary>
internal static class MatchingInput
{
    /// <summary>Everything that the scores depend on.</summary>
    public static ScoringInput Of(SolveTask task)
    {
        var words = new MatchingWords(task);
        return new ScoringInput
        {
            Mentors = new PeopleColumns(task, words, task.Mentors).ToTable(),
            Mentees = new PeopleColumns(task, words, task.Mentees).ToTable(),
            Weights = new FactorWeights { Values = task.Weights.Values, CognitivePeak = task.Weights.BestCognitiveDistance },
            Rules = new HardRules { Exclusions = Exclusions(task), MentorCapacity = Capacities(task) },
            MenteePreferences = Wishes.OfMentees(task),
            MentorPreferences = Wishes.OfMentors(task),
        };
    }

    /// <summary>Places that each mentor has left.</summary>
    public static ImmutableArray<int> Capacities(SolveTask task) =>
        [.. task.Mentors.Select(mentor => Math.Max(0, mentor.Profile.MaxMentees - mentor.Slots.Length))];

    /// <summary>An exclusion counts whichever side named it.</summary>
    private static ImmutableArray<PairId> Exclusions(SolveTask task)
    {
        var mentors = Rows(task.Mentors);
        var mentees = Rows(task.Mentees);
        var named = from mentee in task.Mentees
                    from other in mentee.Profile.Exclusions
                    where mentors.ContainsKey(other)
                    select new PairId(mentees[mentee.Profile.ExternalId], mentors[other]);
        var naming = from mentor in task.Mentors
                     from other in mentor.Profile.Exclusions
                     where mentees.ContainsKey(other)
                     select new PairId(mentees[other], mentors[mentor.Profile.ExternalId]);
        return [.. named.Concat(naming).Distinct()];
    }

    private static Dictionary<string, int> Rows(ImmutableArray<ParticipantState> people) =>
        people.Select((person, row) => (person.Profile.ExternalId, row)).ToDictionary(pair => pair.ExternalId, pair => pair.row, StringComparer.Ordinal);
}
