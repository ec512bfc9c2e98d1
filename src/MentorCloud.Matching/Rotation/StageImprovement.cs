using MentorCloud.Matching.Assignment;
using MentorCloud.Matching.Scores;

namespace MentorCloud.Matching.Rotation;

/// <summary>Solves one stage after the other exactly, the others held fixed, until no stage improves. The value never falls.</summary>
internal sealed class StageImprovement(RotationModel model, CancellationToken cancellation)
{
    private const int MostRounds = 8;
    private readonly RotationProblem _problem = model.Problem;

    public List<StagePair> Run(List<StagePair> plan, IProgress<SolveProgress>? progress)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var improved = false;
            for (var stage = _problem.FirstOpenStage; stage < _problem.Stages; stage++)
            {
                progress?.Report(new SolveProgress("stage", stage, _problem.Stages));
                improved |= Improve(plan, stage);
            }

            if (!improved)
                break;
        }

        return plan;
    }

    private bool Improve(List<StagePair> plan, int stage)
    {
        var movable = plan.Where(p => p.Stage == stage && (model.MenteeFree[p.Mentee] >> stage & 1) != 0).ToArray();
        var fixedPairs = plan.Except(movable).ToArray();
        var scores = StageScores(fixedPairs);
        var before = movable.Sum(p => scores.At(p.Mentee, p.Mentor));
        var result = AssignmentSolver.Solve(
            new AssignmentProblem
            {
                Scores = scores,
                MentorCapacity = [.. Enumerable.Range(0, _problem.Scores.Mentors).Select(j => model.Room[j, stage])],
                MenteeDemand = [.. model.MenteeFree.Select(free => (int)(free >> stage & 1))],
            },
            cancellation: cancellation);
        if (result.Total <= before)
            return false;
        plan.Clear();
        plan.AddRange(fixedPairs);
        plan.AddRange(result.Pairs.Select(p => new StagePair(stage, p.Mentee, p.Mentor)));
        return true;
    }

    /// <summary>Scores of a stage given all others: pairs that met are closed, first meetings of a perspective earn the bonus.</summary>
    private SparseScores StageScores(StagePair[] others)
    {
        var (mentees, mentors) = (_problem.Scores.Mentees, _problem.Scores.Mentors);
        var met = (bool[])model.Met.Clone();
        var used = new HashSet<PairId>();
        foreach (var pair in others)
        {
            met[(pair.Mentee * model.Perspectives) + model.PerspectiveOf(pair.Mentor)] = true;
            used.Add(new PairId(pair.Mentee, pair.Mentor));
        }

        var pairs = new List<ScoredPair>();
        var row = new long[mentors];
        for (var i = 0; i < mentees; i++)
        {
            _problem.Scores.Fill(i, row);
            for (var j = 0; j < mentors; j++)
            {
                if (!model.MayMeet(i, j, row[j]) || used.Contains(new PairId(i, j)))
                    continue;
                var perspective = model.PerspectiveOf(j);
                var isFirst = perspective > 0 && !met[(i * model.Perspectives) + perspective];
                pairs.Add(new ScoredPair(i, j, row[j] + (isFirst ? _problem.PerspectiveBonus : 0)));
            }
        }

        return SparseScores.FromPairs(mentees, mentors, pairs);
    }
}
