using MentorCloud.Matching.Assignment;

namespace MentorCloud.Matching.Rotation;

/// <summary>
/// Plans rotations. The best pairs are chosen over all stages at once and then spread over the stages; where windows or
/// pins keep a pair out of every stage, whole stages are solved again exactly until nothing improves. The bound is
/// that of the choice, so the gap is 0 whenever all pairs find a stage. Time: mentees times stages shortest paths;
/// memory: 72 bytes an allowed pair, and as much for each perspective of a mentee and each stage of a mentor; at most
/// 16 million of these together (<see cref="RotationSize"/>).
/// </summary>
public static class RotationSolver
{
    /// <summary>Finds a plan and proves how good it is.</summary>
    /// <exception cref="MatchingException">The problem has no meaning; see <see cref="MatchingErrors"/>.</exception>
    public static RotationPlan Solve(RotationProblem problem, IProgress<SolveProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var model = new RotationModel(problem);
        var relaxation = new RotationRelaxation(model, cancellation);
        var chosen = relaxation.Solve(cancellation);
        progress?.Report(new SolveProgress("stage", 0, problem.Stages));
        var schedule = new StageSchedule(model, chosen);
        var left = chosen.Where(pair => !schedule.Add(pair)).ToArray();
        List<StagePair> plan = [.. new StageRepair(schedule, cancellation).Run(left), .. problem.Pins];
        if (plan.Count < chosen.Count + problem.Pins.Length)
            plan = new StageImprovement(model, cancellation).Run(plan, progress);
        return Describe(model, plan, relaxation.Certificate());
    }

    private static RotationPlan Describe(RotationModel model, List<StagePair> open, RotationCertificate certificate)
    {
        var problem = model.Problem;
        var bound = RotationChecker.Bound(model, certificate);
        if (bound > long.MaxValue)
            throw new MatchingException(MatchingErrors.Overflow, "Scores and bonuses times stages exceed 64-bit integers. Give them in a coarser unit.");
        var total = open.Sum(p => problem.Scores.At(p.Mentee, p.Mentor));
        var met = problem.Settled.Select(p => (p.Mentee, model.PerspectiveOf(p.Mentor))).ToHashSet();
        var fresh = open.Count(p => model.PerspectiveOf(p.Mentor) > 0 && met.Add((p.Mentee, model.PerspectiveOf(p.Mentor))));
        var served = open.Select(p => (p.Mentee, p.Stage)).ToHashSet();
        return new RotationPlan
        {
            Pairs = [.. problem.Settled.Concat(open).OrderBy(p => p.Stage).ThenBy(p => p.Mentee)],
            Total = total,
            Value = total + (fresh * problem.PerspectiveBonus),
            UpperBound = (long)bound,
            Unmatched = [.. from i in Enumerable.Range(0, problem.Scores.Mentees)
                            from r in Enumerable.Range(0, problem.Stages)
                            where (model.MenteeFree[i] >> r & 1) != 0 && !served.Contains((i, r))
                            select (i, r)],
            Certificate = certificate,
        };
    }
}
