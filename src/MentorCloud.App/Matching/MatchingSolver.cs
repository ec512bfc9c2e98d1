using MentorCloud.Domain.Refusals;
using MentorCloud.Matching;
using MentorCloud.Matching.Assignment;
using MentorCloud.Matching.Assignment.Certificates;

namespace MentorCloud.App.Matching;

/// <summary>Solves matches with MentorCloud.Matching; pure computing, off every grain's turn.</summary>
internal static class MatchingSolver
{
    /// <summary>Solves and lets the separate checker look at the proof.</summary>
    /// <param name="problem">What to solve.</param>
    /// <param name="from">An answer over the same scores to begin from; null to begin afresh.</param>
    /// <param name="progress">Told of steps; may be null.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="RefusedException">MATCH_IMPOSSIBLE.</exception>
    public static Task<Solution> SolveAsync(
        CohortProblem problem, Solution? from, IProgress<SolveProgress>? progress, CancellationToken cancellationToken) =>
        Task.Run(() => Solve(problem, from, progress, cancellationToken), cancellationToken);

    /// <summary>The answer that consists of given pairs: for drafts by hand, or whose people have changed since.</summary>
    public static Solution Hold(CohortProblem problem, IReadOnlyCollection<PairId> pairs, CancellationToken cancellationToken)
    {
        var held = pairs.Where(problem.IsAllowed).Distinct().ToList();
        var (capacity, demand) = (new int[problem.Scores.Mentors], new int[problem.Scores.Mentees]);
        foreach (var pair in held)
        {
            capacity[pair.Mentor]++;
            demand[pair.Mentee] = 1;
        }

        var pinned = new AssignmentProblem { Scores = problem.Scores, MentorCapacity = [.. capacity], MenteeDemand = [.. demand], Pins = [.. held] };
        return Guard(() => new Solution(problem, WithRest(problem, AssignmentSolver.Solve(pinned, cancellation: cancellationToken)), Verified: false));
    }

    /// <summary>Who has no partner, and who has places left, by the cohort's own numbers and not by those that held the pairs.</summary>
    private static AssignmentResult WithRest(CohortProblem problem, AssignmentResult held)
    {
        var (matched, load) = (held.Pairs.Select(pair => pair.Mentee).ToHashSet(), held.Pairs.CountBy(pair => pair.Mentor).ToDictionary());
        var capacity = problem.Assignment.MentorCapacity;
        return held with
        {
            UnmatchedMentees = [.. Enumerable.Range(0, problem.Scores.Mentees).Where(mentee => !matched.Contains(mentee))],
            MentorsWithRoom = [.. Enumerable.Range(0, capacity.Length).Where(mentor => load.GetValueOrDefault(mentor) < capacity[mentor])],
        };
    }

    private static Solution Solve(CohortProblem problem, Solution? from, IProgress<SolveProgress>? progress, CancellationToken cancellationToken) => Guard(() =>
    {
        var options = new AssignmentOptions { Progress = progress };
        var result = AssignmentSolver.Solve(problem.Assignment, options, from?.Result.Resume, cancellationToken);
        progress?.Report(new SolveProgress("check", 0, 0));
        var verdict = CertificateChecker.Check(problem.Assignment, result, cancellation: cancellationToken);
        return new Solution(problem, result, verdict.Valid) { BestTotal = result.UpperBound is null ? BestTotal(problem, cancellationToken) : null };
    });

    /// <summary>With the same pins and vetoes, and nothing but the total to be best at.</summary>
    private static long? BestTotal(CohortProblem problem, CancellationToken cancellationToken)
    {
        var sum = problem.Assignment with
        {
            Scores = problem.Scores, MentorPreferences = null, Objective = AssignmentObjective.Total, PassedOver = [], Standing = [],
        };
        return AssignmentSolver.Solve(sum, cancellation: cancellationToken).UpperBound;
    }

    private static Solution Guard(Func<Solution> solve)
    {
        try
        {
            return solve();
        }
        catch (MatchingException exception)
        {
            throw new RefusedException(new Refusal(ErrorCodes.MatchImpossible, exception.Message));
        }
    }
}
