using MentorCloud.Matching.Assignment.Fair;
using MentorCloud.Matching.Assignment.Linear;
using MentorCloud.Matching.Assignment.Stable;

namespace MentorCloud.Matching.Assignment;

/// <summary>
/// Solves whole-cohort matches exactly. Total and coverage: shortest augmenting paths on candidate lists that pricing
/// grows until no other pair can improve the answer; memory grows with mentees times list length, not with all pairs.
/// Time and memory by size: docs/benchmarks/matching.md.
/// </summary>
public static class AssignmentSolver
{
    /// <summary>Finds the optimum for the problem's objective, with its certificate.</summary>
    /// <param name="problem">What to solve; must not change meanwhile.</param>
    /// <param name="options">How to solve; null for defaults.</param>
    /// <param name="resume">Result of an earlier solve over the same scores to start from; null to start afresh.</param>
    /// <param name="cancellation">Stops within a fraction of a second by <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="MatchingException">The problem has no meaning; see <see cref="MatchingErrors"/>.</exception>
    public static AssignmentResult Solve(
        AssignmentProblem problem,
        AssignmentOptions? options = null,
        ResumePoint? resume = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ProblemCheck.Validate(problem);
        options ??= new AssignmentOptions();
        return problem.Objective switch
        {
            AssignmentObjective.Total or AssignmentObjective.Coverage => new LinearSolver(problem, options, resume, cancellation).Solve(),
            AssignmentObjective.Fair => new FairSolver(problem, options, cancellation).Solve(),
            AssignmentObjective.Stable => new StableSolver(problem, options, cancellation).Solve(),
            _ => throw new MatchingException(MatchingErrors.Range, $"The objective {problem.Objective} is unknown."),
        };
    }
}
