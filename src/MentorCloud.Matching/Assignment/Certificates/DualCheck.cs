namespace MentorCloud.Matching.Assignment.Certificates;

/// <summary>Weak duality, summed from scratch: the dual objective over every allowed pair must equal the pairs' value.</summary>
internal static class DualCheck
{
    public static CertificateVerdict Check(
        AssignmentProblem problem, AssignmentResult result, DualCertificate duals, int threads, CancellationToken cancellation)
    {
        if (!DualRange.Holds(duals.MenteeDual, problem.Scores.Mentees) || !DualRange.Holds(duals.MentorPrice, problem.Scores.Mentors)
            || !DualRange.Holds([duals.PairTier, duals.PassedOverTier], 2))
        {
            return CertificateVerdict.Fails("A dual is missing, negative or too large.");
        }

        var sum = new DualSum(problem, duals);
        if (problem.Objective == AssignmentObjective.Total && sum.Loss(result.Pairs) is { } loss)
            return CertificateVerdict.Fails($"Mentee {loss.Mentee} and mentor {loss.Mentor} lower the sum.");
        var bound = sum.Bound(threads, cancellation);
        var value = sum.Value(result.Pairs);
        if (bound != value)
            return CertificateVerdict.Fails($"The duals bound the value by {bound}, the pairs reach {value}.");
        return sum.TierFault() is { } fault ? CertificateVerdict.Fails(fault) : CertificateVerdict.Holds;
    }
}
