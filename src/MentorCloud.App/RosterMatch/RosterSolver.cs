using System.Collections.Immutable;
using MentorCloud.App.Matching;
using MentorCloud.Contracts.Solving;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.People;
using MentorCloud.Matching;
using MentorCloud.Matching.Assignment;
using MentorCloud.Matching.Assignment.Certificates;
using MentorCloud.Matching.Factors;
using MentorCloud.Matching.Rotation;
using MentorCloud.Matching.Scores;

namespace MentorCloud.App.RosterMatch;

/// <summary>Scores and matches the people of a roster, has the proof checked and explains every pair.</summary>
internal sealed class RosterSolver(SolveTask task, IProgress<SolveProgress>? progress)
{
    private readonly FactorScores scores = new(MatchingInput.Of(task));

    /// <summary>One mentor for each mentee.</summary>
    /// <exception cref="MatchingException">The objective cannot take so many people.</exception>
    public RosterAnswer Match(CancellationToken cancel)
    {
        var problem = new AssignmentProblem
        {
            Scores = scores,
            MentorCapacity = MatchingInput.Capacities(task),
            Objective = (AssignmentObjective)task.Objective,
        };
        var result = Proven(problem, cancel);
        var bound = result.UpperBound ?? Proven(problem with { Objective = result.Objective.BoundingSum() }, cancel).UpperBound!.Value;
        var reasons = new UnmatchedReasons(new CohortProblem(task, scores), result).All();
        return Answer(null, [.. result.Pairs.Select(pair => new StagePair(0, pair.Mentee, pair.Mentor))], result.UnmatchedMentees, reasons) with
        {
            UpperBound = FixedPoint.ToDouble(bound),
            Gap = FixedPoint.ToDouble(bound - result.Total),
        };
    }

    /// <summary>A rotation: one mentor a stage for each mentee, never the same twice.</summary>
    /// <param name="stages">1 to 64.</param>
    /// <param name="bonus">What each new division that a mentee meets is worth, in scores.</param>
    /// <param name="cancel">Stops the solve.</param>
    public RosterAnswer Plan(int stages, double bonus, CancellationToken cancel)
    {
        var divisions = scores.Input.Mentors.Division;
        var problem = new RotationProblem
        {
            Scores = scores,
            Stages = stages,
            MentorCapacity = MatchingInput.Capacities(task),
            Perspective = divisions.IsDefaultOrEmpty ? default : divisions,
            PerspectiveBonus = FixedPoint.FromDouble(bonus),
        };
        var plan = RotationSolver.Solve(problem, progress, cancel);
        Require(RotationChecker.Check(problem, plan));
        return Answer(stages, plan.Pairs, [.. plan.Unmatched.Select(each => each.Mentee).Distinct()], []) with
        {
            Value = FixedPoint.ToDouble(plan.Value),
            UpperBound = FixedPoint.ToDouble(plan.UpperBound),
            Gap = FixedPoint.ToDouble(plan.Gap),
        };
    }

    private AssignmentResult Proven(AssignmentProblem problem, CancellationToken cancel)
    {
        var result = AssignmentSolver.Solve(problem, new AssignmentOptions { Progress = progress }, cancellation: cancel);
        progress?.Report(new SolveProgress("check", 0, 0));
        Require(CertificateChecker.Check(problem, result, cancellation: cancel));
        return result;
    }

    private static void Require(CertificateVerdict verdict)
    {
        if (!verdict.Valid)
        {
            throw new InvalidOperationException($"The proof of the answer does not hold: {verdict.Reason}");
        }
    }

    private RosterAnswer Answer(int? stages, ImmutableArray<StagePair> pairs, ImmutableArray<int> unmatched, IEnumerable<Unmatched> reasons)
    {
        var explainer = new PairExplainer(scores);
        var matched = pairs.Select(pair => pair.Mentor).ToHashSet();
        var people = task.Mentors.Concat(task.Mentees).ToDictionary(person => person.Id);
        var total = pairs.Sum(pair => scores.At(pair.Mentee, pair.Mentor));
        return new RosterAnswer(
            task.Objective,
            stages,
            FixedPoint.ToDouble(total),
            null,
            0,
            0,
            [.. pairs.Select(pair => PairOf(pair, stages is null ? null : pair.Stage + 1, explainer))],
            [.. task.Mentors.Where((_, mentor) => !matched.Contains(mentor)).Select(person => person.Profile.ExternalId)],
            [.. unmatched.Select(mentee => task.Mentees[mentee].Profile.ExternalId)],
            [.. reasons.Select(each => ReasonOf(people[each.Participant], each.Detail))]);
    }

    private RosterPair PairOf(StagePair pair, int? stage, PairExplainer explainer)
    {
        var (mentor, mentee) = (task.Mentors[pair.Mentor], task.Mentees[pair.Mentee]);
        var breakdown = explainer.Explain(pair.Mentee, pair.Mentor);
        var factors = breakdown.Factors.Where(factor => factor.Weight > 0);
        return new RosterPair(
            stage,
            mentor.Profile.ExternalId,
            mentee.Profile.ExternalId,
            mentor.DisplayName,
            mentee.DisplayName,
            FixedPoint.ToDouble(breakdown.Score),
            [.. factors.Select(factor => new RosterFactor((MatchFactor)factor.Factor, factor.Weight, factor.Value, factor.Share))]);
    }

    private static RosterReason ReasonOf(ParticipantState person, string reason) => new(person.Profile.ExternalId, person.DisplayName, reason);
}
