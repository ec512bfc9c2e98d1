using System.Collections.Immutable;
using MentorCloud.Contracts.Solving;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Matching.Assignment;
using MentorCloud.Matching.Factors;
using MentorCloud.Matching.Scores;

namespace MentorCloud.App.Matching;

/// <summary>A cohort's match in the engine's terms, and who stands behind each number.</summary>
internal sealed class CohortProblem
{
    private readonly Dictionary<ParticipantId, int> mentors;
    private readonly Dictionary<ParticipantId, int> mentees;

    /// <summary>Lays the people out, unless scores of the same people and weights are there already.</summary>
    /// <exception cref="RefusedException">MATCH_IMPOSSIBLE: a pin is forbidden, or the pins need more places than there are.</exception>
    public CohortProblem(SolveTask task, FactorScores? scores = null)
    {
        Task = task;
        mentors = task.Mentors.Select((person, row) => (person.Id, row)).ToDictionary(each => each.Id, each => each.row);
        mentees = task.Mentees.Select((person, row) => (person.Id, row)).ToDictionary(each => each.Id, each => each.row);
        Scores = scores ?? new FactorScores(MatchingInput.Of(task));
        Explainer = new PairExplainer(Scores);
        Assignment = MakeAssignment();
    }

    public SolveTask Task { get; }

    public FactorScores Scores { get; }

    public PairExplainer Explainer { get; }

    public AssignmentProblem Assignment { get; }

    /// <summary>The engine's indices of a pair; null when one of the two is not to be matched.</summary>
    public PairId? Find(MatchPair pair) =>
        mentors.TryGetValue(pair.Mentor, out var mentor) && mentees.TryGetValue(pair.Mentee, out var mentee) ? new PairId(mentee, mentor) : null;

    public int? FindMentee(ParticipantId mentee) => mentees.TryGetValue(mentee, out var row) ? row : null;

    public MatchPair PairOf(int mentee, int mentor) => new(Task.Mentors[mentor].Id, Task.Mentees[mentee].Id);

    /// <summary>Pairs as the engine counts them, without those of people who are not to be matched.</summary>
    public ImmutableArray<PairId> Known(IEnumerable<MatchPair> pairs) => [.. pairs.Select(Find).OfType<PairId>().Distinct()];

    public bool IsAllowed(PairId pair) => Scores.At(pair.Mentee, pair.Mentor) != FixedPoint.Forbidden;

    /// <summary>Every rule that forbids a pair.</summary>
    public ImmutableArray<MatchRule> Forbids(PairId pair)
    {
        var flags = Explainer.Forbids(pair.Mentee, pair.Mentor);
        var rules = Enum.GetValues<MatchRule>().Where(rule => rule != MatchRule.Veto && flags.HasFlag((HardRule)(1 << (int)rule)));
        return Assignment.Vetoes.Contains(pair) ? [.. rules, MatchRule.Veto] : [.. rules];
    }

    /// <summary>A pair as a draft shows it.</summary>
    public Proposal Propose(int mentee, int mentor)
    {
        var breakdown = Explainer.Explain(mentee, mentor);
        return new Proposal(Task.Mentors[mentor].Id, Task.Mentees[mentee].Id, breakdown.Score, [.. breakdown.Factors.Select(FactorOf)]);
    }

    public static FactorScore FactorOf(FactorValue value) => new(
        (MatchFactor)value.Factor, value.Weight, (long)Math.Round((value.Value ?? 0) * Score.Unit), value.Value is null);

    private AssignmentProblem MakeAssignment()
    {
        var pins = Known(Task.Pins);
        foreach (var pin in pins)
        {
            RefuseForbiddenPin(pin);
        }

        var ranked = Task.Objective == MatchObjective.Stable && (Scores.Input.MenteePreferences.Length > 0 || Scores.Input.MentorPreferences.Length > 0);
        var assignment = new AssignmentProblem
        {
            Scores = ranked ? new RankedScores(Scores, Scores.Input.MenteePreferences) : Scores,
            MentorPreferences = ranked ? new RankedScores(Scores, Scores.Input.MentorPreferences) : null,
            MentorCapacity = MatchingInput.Capacities(Task),
            Objective = (AssignmentObjective)Task.Objective,
            Pins = pins,
            Vetoes = [.. Known(Task.Vetoes).Except(pins)],
            PassedOver = [.. Task.PassedOver.Select(FindMentee).OfType<int>().Distinct()],
            Standing = Task.KeepBonus == 0 ? [] : [.. Known(Task.Standing).Where(IsAllowed).Select(pair => new StandingPair(pair.Mentee, pair.Mentor, Task.KeepBonus))],
        };
        RefuseCrowdedPins(assignment);
        return assignment;
    }

    private void RefuseForbiddenPin(PairId pin)
    {
        if (IsAllowed(pin))
        {
            return;
        }

        var flags = Explainer.Forbids(pin.Mentee, pin.Mentor);
        var rules = Enum.GetValues<MatchRule>().Where(rule => rule != MatchRule.Veto && flags.HasFlag((HardRule)(1 << (int)rule)));
        throw Impossible(
            $"{Task.Mentees[pin.Mentee].DisplayName} is pinned to {Task.Mentors[pin.Mentor].DisplayName}, but the pair is forbidden: "
            + $"{string.Join(", ", rules.Select(MatchRuleWords.Of))}. Free the pair or change what forbids it.");
    }

    private void RefuseCrowdedPins(AssignmentProblem assignment)
    {
        var crowded = assignment.Pins.GroupBy(pin => pin.Mentor).FirstOrDefault(group => group.Count() > assignment.MentorCapacity[group.Key]);
        if (crowded is not null)
        {
            throw Impossible(
                $"{Task.Mentors[crowded.Key].DisplayName} has {crowded.Count()} pins and {assignment.MentorCapacity[crowded.Key]} places left. "
                + "Free a pair or raise the capacity.");
        }

        var torn = assignment.Pins.GroupBy(pin => pin.Mentee).FirstOrDefault(group => group.Count() > 1);
        if (torn is not null)
        {
            throw Impossible($"{Task.Mentees[torn.Key].DisplayName} is pinned to {torn.Count()} mentors. Free all but one of these pairs.");
        }
    }

    private static RefusedException Impossible(string message) => new(new Refusal(ErrorCodes.MatchImpossible, message));
}
