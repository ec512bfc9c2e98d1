using System.Collections.Immutable;
using MentorCloud.App.Matching;
using MentorCloud.Contracts.Solving;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Cohorts.Rounds.Edits;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.App.Editing;

/// <summary>What edits of a draft are judged by, from the people as they are now.</summary>
internal sealed class EditRules(CohortProblem problem) : IDraftRules
{
    private readonly Dictionary<ParticipantId, int> places = Places(problem.Task);

    private readonly Dictionary<ParticipantId, ParticipantId> pins = problem.Task.Pins
        .DistinctBy(pin => pin.Mentee).ToDictionary(pin => pin.Mentee, pin => pin.Mentor);

    public bool IsMentor(ParticipantId person) => places.ContainsKey(person);

    public bool IsMentee(ParticipantId person) => problem.FindMentee(person) is not null;

    int IDraftRules.Places(ParticipantId mentor) => places[mentor];

    public ParticipantId? PinnedTo(ParticipantId mentee) => pins.TryGetValue(mentee, out var mentor) ? mentor : null;

    public ImmutableArray<MatchRule> Forbids(MatchPair pair) =>
        problem.Find(pair) is { } found ? problem.Forbids(found).Remove(MatchRule.Capacity) : [];

    private static Dictionary<ParticipantId, int> Places(SolveTask task)
    {
        var capacities = MatchingInput.Capacities(task);
        return task.Mentors.Select((mentor, row) => (mentor.Id, capacities[row])).ToDictionary(each => each.Id, each => each.Item2);
    }
}
