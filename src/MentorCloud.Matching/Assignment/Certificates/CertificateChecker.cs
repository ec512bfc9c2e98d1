namespace MentorCloud.Matching.Assignment.Certificates;

/// <summary>
/// Verifies results without trusting the solver: reads every score once, keeps its own sums in 128 bits and shares no
/// code with the search. Everything that a result states is looked at but its statistics and where a later solve may
/// resume: nothing is claimed by these. Time: one pass over all pairs.
/// </summary>
public static class CertificateChecker
{
    /// <summary>True if the result keeps every rule of the problem, says nothing false and its certificate proves the objective.</summary>
    /// <param name="problem">The problem that was solved.</param>
    /// <param name="result">The answer to verify; any at all, also with numbers out of range or lists missing.</param>
    /// <param name="threads">Most threads; 0 for one a core.</param>
    /// <param name="cancellation">Stops the pass.</param>
    /// <exception cref="MatchingException">The problem has no meaning; see <see cref="MatchingErrors"/>.</exception>
    public static CertificateVerdict Check(
        AssignmentProblem problem, AssignmentResult result, int threads = 0, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(result);
        ProblemCheck.Validate(problem);
        if (result.Objective != problem.Objective)
            return CertificateVerdict.Fails($"The answer is one for {result.Objective}, not for {problem.Objective}.");
        if (FeasibilityCheck.Fault(problem, result) is { } fault)
            return CertificateVerdict.Fails(fault);
        var isSum = problem.Objective is AssignmentObjective.Total or AssignmentObjective.Coverage;
        if (result.UpperBound != (isSum ? result.Value : null))
            return CertificateVerdict.Fails(isSum ? "The stated bound is not the one that the duals prove." : "What is no sum has no bound.");
        return (problem.Objective, result.Certificate) switch
        {
            (AssignmentObjective.Total or AssignmentObjective.Coverage, DualCertificate duals) => DualCheck.Check(problem, result, duals, threads, cancellation),
            (AssignmentObjective.Fair, FairCertificate fair) => new FairCheck(problem, result, fair).Check(cancellation),
            (AssignmentObjective.Stable, StableCertificate) => StableCheck.Check(problem, result, cancellation),
            _ => CertificateVerdict.Fails("The certificate is missing or proves another objective."),
        };
    }
}
