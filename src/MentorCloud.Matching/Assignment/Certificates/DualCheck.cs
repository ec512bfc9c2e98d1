namespace MentorCloud.Matching.Assignment.Certificates;

/// <summary>Weak duality, summed from scratch: the dual objective over every allowed pair must equal the pairs' value.</summary>
internal static class DualCheck
{
    public static CertificateVerdict Check(
        AssignmentProblem problem, AssignmentResult result, DualCertificate duals, int threads, CancellationToken cancellation)
    {
        if (result.Objective is not (AssignmentObjective.Total or AssignmentObjective.Coverage) || result.Objective != problem.Objective)
            return CertificateVerdict.Fails("Duals prove total and coverage only.");
        if (duals.MenteeDual.Any(u => u < 0) || duals.MentorPrice.Any(v => v < 0) || duals.PairTier < 0 || duals.PassedOverTier < 0)
            return CertificateVerdict.Fails("A dual is negative.");
        var sum = new DualSum(problem, duals);
        var bound = sum.Bound(threads, cancellation);
        var value = sum.Value(result.Pairs);
        if (bound != value)
            return CertificateVerdict.Fails($"The duals bound the value by {bound}, the pairs reach {value}.");
        if (result.UpperBound != result.Value)
            return CertificateVerdict.Fails("The stated bound is not the one that the duals prove.");
        return sum.TierFault() is { } fault ? CertificateVerdict.Fails(fault) : CertificateVerdict.Holds;
    }
}
