using System.Collections.Immutable;
using MentorCloud.Contracts.Solving;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.People;
using MentorCloud.Matching.Factors;

namespace MentorCloud.App.Matching;

/// <summary>People's ranked wishes as the engine takes them: 1 for the first choice, falling evenly, never to a half.</summary>
internal static class Wishes
{
    public static ImmutableArray<Preference> OfMentees(SolveTask task)
    {
        var mentors = Rows(task.Mentors);
        return [.. task.Mentees.SelectMany((mentee, row) =>
            Ranked(mentee, mentors).Select(wish => new Preference(row, wish.Row, wish.Value)))];
    }

    public static ImmutableArray<Preference> OfMentors(SolveTask task)
    {
        var mentees = Rows(task.Mentees);
        return [.. task.Mentors.SelectMany((mentor, row) =>
            Ranked(mentor, mentees).Select(wish => new Preference(wish.Row, row, wish.Value)))];
    }

    private static Dictionary<ParticipantId, int> Rows(ImmutableArray<ParticipantState> people) =>
        people.Select((person, row) => (person.Id, row)).ToDictionary(each => each.Id, each => each.row);

    /// <summary>Ranks count among all whom the person named, also those who are not to be matched now.</summary>
    private static IEnumerable<(int Row, float Value)> Ranked(ParticipantState person, Dictionary<ParticipantId, int> rows)
    {
        for (var rank = 0; rank < person.Preferences.Length; rank++)
        {
            if (rows.TryGetValue(person.Preferences[rank], out var row))
            {
                yield return (row, 1f - (rank / (2f * person.Preferences.Length)));
            }
        }
    }
}
