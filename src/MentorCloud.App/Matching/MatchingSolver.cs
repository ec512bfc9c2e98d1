using MentorCloud.Contracts.Solving;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Refusals;
using MentorCloud.Matching;
using MentorCloud.Matching.Assignment;
using MentorCloud.Matching.Assignment.Certificates;
using MentorCloud.Matching.Factors;

namespace MentorCloud.App.Matching;

/// <summary>The solver port on MentorCloud.Matching: people become columns, pairs and proofs become a draft.</summary>
internal sealed class MatchingSolver : ISolver
{
    /// <inheritdoc/>
    public Task<SolvedDraft> SolveAsync(SolveTask task, IProgress<double>? progress, CancellationToken cancellationToken) =>
        Task.Run(() => Solve(task, cancellationToken), cancellationToken);

    private static SolvedDraft Solve(SolveTask task, CancellationToken cancellationToken)
    {
        try
        {
            var scores = new FactorScores(MatchingInput.Of(task));
            var problem = new AssignmentProblem
            {
                Scores = scores,
                MentorCapacity = MatchingInput.Capacities(task),
                Objective = (AssignmentObjective)task.Objective,
            };
            var result = AssignmentSolver.Solve(problem, cancellation: cancellationToken);
            var verdict = CertificateChecker.Check(problem, result, cancellation: cancellationToken);
            return Draft(task, scores, result, verdict.Valid);
        }
        catch (MatchingException exception)
        {
            throw new RefusedException(new Refusal(ErrorCodes.MatchImpossible, exception.Message));
        }
    }

    private static SolvedDraft Draft(SolveTask task, FactorScores scores, AssignmentResult result, bool verified)
    {
        var explainer = new PairExplainer(scores);
        var proposals = result.Pairs.Select(pair => new Proposal(
            task.Mentors[pair.Mentor].Id,
            task.Mentees[pair.Mentee].Id,
            pair.Score,
            [.. explainer.Explain(pair.Mentee, pair.Mentor).Factors.Select(FactorOf)]));
        return new SolvedDraft(
            [.. proposals],
            [.. new UnmatchedReasons(task, result, explainer).All()],
            result.Total,
            result.UpperBound ?? result.Total,
            verified);
    }

    /// <summary>A factor's value as drafts and proposals carry it.</summary>
    public static FactorScore FactorOf(FactorValue value) => new(
        (MatchFactor)value.Factor, value.Weight, (long)Math.Round((value.Value ?? 0) * Score.Unit), value.Value is null);
}
