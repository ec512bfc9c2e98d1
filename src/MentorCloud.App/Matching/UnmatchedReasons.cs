using MentorCloud.Contracts.Solving;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.People;
using MentorCloud.Matching.Assignment;
using MentorCloud.Matching.Factors;

namespace MentorCloud.App.Matching;

/// <summary>Tells whoever stays without a partner why, in words.</summary>
internal sealed class UnmatchedReasons(CohortProblem problem, AssignmentResult result)
{
    private readonly SolveTask task = problem.Task;

    public IEnumerable<Unmatched> All() => Mentees().Concat(Mentors());

    private IEnumerable<Unmatched> Mentees() => result.UnmatchedMentees.Select(index =>
    {
        var (person, allowed, sentence) = (task.Mentees[index], Allowed(index), Binding(index));
        return new Unmatched(
            person.Id, ParticipantKind.Mentee, allowed == 0 ? UnmatchedReason.NoAllowedPartner : UnmatchedReason.CapacityUsedUp, sentence);
    });

    /// <summary>Mentors who get nobody and had room; a mentor without capacity was not there to be matched.</summary>
    private IEnumerable<Unmatched> Mentors()
    {
        var matched = result.Pairs.Select(pair => pair.Mentor).ToHashSet();
        return result.MentorsWithRoom.Where(index => !matched.Contains(index)).Select(index => new Unmatched(
            task.Mentors[index].Id,
            ParticipantKind.Mentor,
            UnmatchedReason.NoMenteeLeft,
            "Every mentee whom the rules allow is better placed with another mentor, or there are fewer mentees than places."));
    }

    /// <summary>Mentors whom rules and vetoes leave a mentee.</summary>
    public int Allowed(int mentee) => problem.Explainer.Rules(mentee).Allowed - VetoedBesides(mentee);

    /// <summary>The binding reason in a sentence.</summary>
    public string Binding(int mentee) => Allowed(mentee) is > 0 and var allowed ? UsedUp(allowed) : Forbidden(problem.Explainer.Rules(mentee), VetoedBesides(mentee));

    /// <summary>Vetoes of mentors whom no rule forbids anyway.</summary>
    private int VetoedBesides(int mentee) => problem.Assignment.Vetoes.Count(veto => veto.Mentee == mentee && problem.IsAllowed(veto));

    private string UsedUp(int allowed) =>
        $"{allowed} of {task.Mentors.Length} mentors are allowed, and all their places go to pairs that serve the objective better; add capacity or mentors.";

    private string Forbidden(RuleReport rules, int vetoed)
    {
        if (task.Mentors.Length == 0)
        {
            return "The cohort has no mentors.";
        }

        var removed = rules.RemovedBy.OrderByDescending(entry => entry.Value)
            .Select(entry => $"{MatchRuleWords.Of((MatchRule)int.Log2((int)entry.Key))} ({entry.Value} mentors)")
            .Concat(vetoed == 0 ? [] : [$"{MatchRuleWords.Of(MatchRule.Veto)} ({vetoed} mentors)"]);
        return $"No mentor is allowed: {string.Join(", ", removed)}.";
    }
}
