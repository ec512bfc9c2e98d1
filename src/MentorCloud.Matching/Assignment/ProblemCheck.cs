using System.Collections.Immutable;
using MentorCloud.Matching.Scores;

namespace MentorCloud.Matching.Assignment;

/// <summary>Refuses a problem that has no meaning, before any work is done on it.</summary>
internal static class ProblemCheck
{
    public static void Validate(AssignmentProblem problem)
    {
        var scores = problem.Scores;
        RequireCounts(problem.MentorCapacity, scores.Mentors, "mentor", "capacity");
        if (!problem.MenteeDemand.IsDefault)
            RequireCounts(problem.MenteeDemand, scores.Mentees, "mentee", "demand");
        if (problem.MentorPreferences is { } other && (other.Mentees != scores.Mentees || other.Mentors != scores.Mentors))
            throw new MatchingException(MatchingErrors.Shape, "The mentors' preferences must have the shape of the scores.");
        RequirePairs(scores, problem.Vetoes, "vetoed");
        RequirePairs(scores, [.. problem.Standing.Select(s => new PairId(s.Mentee, s.Mentor))], "standing");
        if (problem.Standing.Any(s => s.BreakingCost is < 0 or > FixedPoint.MaxMagnitude))
            throw new MatchingException(MatchingErrors.Range, "A breaking cost must be 0 or more.");
        if (problem.PassedOver.Any(i => (uint)i >= (uint)scores.Mentees) || problem.PassedOver.Distinct().Count() != problem.PassedOver.Length)
            throw new MatchingException(MatchingErrors.Pair, "The passed-over mentees must exist and be named once.");
        RequirePins(problem);
    }

    private static void RequireCounts(ImmutableArray<int> counts, int expected, string who, string what)
    {
        if (counts.IsDefault || counts.Length != expected)
            throw new MatchingException(MatchingErrors.Shape, $"There must be one {what} for each of the {expected} {who}s.");
        if (counts.Any(c => c < 0))
            throw new MatchingException(MatchingErrors.Range, $"A {who}'s {what} must be 0 or more.");
    }

    private static void RequirePairs(PairScores scores, ImmutableArray<PairId> pairs, string kind)
    {
        foreach (var pair in pairs)
        {
            if ((uint)pair.Mentee >= (uint)scores.Mentees || (uint)pair.Mentor >= (uint)scores.Mentors)
                throw new MatchingException(MatchingErrors.Pair, $"The {kind} pair of mentee {pair.Mentee} and mentor {pair.Mentor} is out of range.");
        }

        if (pairs.Distinct().Count() != pairs.Length)
            throw new MatchingException(MatchingErrors.Pair, $"A {kind} pair is named twice.");
    }

    private static void RequirePins(AssignmentProblem problem)
    {
        RequirePairs(problem.Scores, problem.Pins, "pinned");
        foreach (var pin in problem.Pins)
        {
            if (problem.Vetoes.Contains(pin) || problem.Scores.At(pin.Mentee, pin.Mentor) == FixedPoint.Forbidden)
                throw new MatchingException(MatchingErrors.Pin, $"Mentee {pin.Mentee} is pinned to mentor {pin.Mentor}, but the pair is vetoed or forbidden. Remove the pin or the rule.");
        }

        foreach (var group in problem.Pins.GroupBy(p => p.Mentor))
        {
            if (group.Count() > problem.MentorCapacity[group.Key])
                throw new MatchingException(MatchingErrors.Pin, $"Mentor {group.Key} has {group.Count()} pins and capacity {problem.MentorCapacity[group.Key]}. Remove a pin or raise the capacity.");
        }

        foreach (var group in problem.Pins.GroupBy(p => p.Mentee))
        {
            var demand = problem.MenteeDemand.IsDefault ? 1 : problem.MenteeDemand[group.Key];
            if (group.Count() > demand)
                throw new MatchingException(MatchingErrors.Pin, $"Mentee {group.Key} has {group.Count()} pins and wants {demand}. Remove a pin.");
        }
    }
}
