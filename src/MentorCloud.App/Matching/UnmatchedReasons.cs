using MentorCloud.Contracts.Solving;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.People;
using MentorCloud.Matching.Assignment;
using MentorCloud.Matching.Factors;

namespace MentorCloud.App.Matching;

/// <summary>Tells whoever stays without a partner why, in words.</summary>
internal sealed class UnmatchedReasons(SolveTask task, AssignmentResult result, PairExplainer explainer)
{
    public IEnumerable<Unmatched> All() => Mentees().Concat(Mentors());

    private IEnumerable<Unmatched> Mentees() => result.UnmatchedMentees.Select(index =>
    {
        var rules = explainer.Rules(index);
        var person = task.Mentees[index];
        return rules.Allowed == 0
            ? new Unmatched(person.Id, ParticipantKind.Mentee, UnmatchedReason.NoAllowedPartner, Forbidden(rules))
            : new Unmatched(person.Id, ParticipantKind.Mentee, UnmatchedReason.CapacityUsedUp, UsedUp(rules));
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

    private string UsedUp(RuleReport rules) =>
        $"{rules.Allowed} of {task.Mentors.Length} mentors are allowed, and all their places go to pairs that score higher together; add capacity or mentors.";

    private string Forbidden(RuleReport rules)
    {
        if (task.Mentors.Length == 0)
        {
            return "The cohort has no mentors.";
        }

        var removed = rules.RemovedBy.OrderByDescending(entry => entry.Value).Select(entry => $"{Words(entry.Key)} ({entry.Value} mentors)");
        return $"No mentor is allowed: {string.Join(", ", removed)}.";
    }

    private static string Words(HardRule rule) => rule switch
    {
        HardRule.SamePerson => "the same person",
        HardRule.ReportingLine => "reporting line",
        HardRule.Exclusion => "excluded by name",
        HardRule.Language => "no language in common",
        HardRule.WorkingHours => "too few working hours in common",
        HardRule.Capacity => "no capacity left",
        _ => rule.ToString(),
    };
}
