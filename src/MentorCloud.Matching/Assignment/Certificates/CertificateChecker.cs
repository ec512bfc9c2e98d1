namespace MentorCloud.Matching.Assignment.Certificates;

/// <summary>
/// Verifies results without trusting the solver: reads every score once, keeps its own sums in 128 bits and shares no
/// code with the search. Time: one pass over all pairs.
/// </summary>
public static class CertificateChecker
{
    /// <summary>True if the result keeps every rule of the problem and its certificate proves the objective.</summary>
    /// <param name="problem">The problem that was solved.</param>
    /// <param name="result">The answer to verify.</param>
    /// <param name="threads">Most threads; 0 for one a core.</param>
    /// <param name="cancellation">Stops the pass.</param>
    public static CertificateVerdict Check(
        AssignmentProblem problem, AssignmentResult result, int threads = 0, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(result);
        if (FeasibilityCheck.Fault(problem, result) is { } fault)
            return CertificateVerdict.Fails(fault);
        return result.Certificate switch
        {
            DualCertificate duals => DualCheck.Check(problem, result, duals, threads, cancellation),
            FairCertificate fair => new FairCheck(problem, result, fair).Check(cancellation),
            StableCertificate => StableCheck.Check(problem, result, cancellation),
            _ => CertificateVerdict.Fails("The certificate is of an unknown kind."),
        };
    }
}
