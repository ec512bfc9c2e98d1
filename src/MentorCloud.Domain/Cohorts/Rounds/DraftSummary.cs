namespace MentorCloud.Domain.Cohorts.Rounds;

/// <summary>What a draft comes to.</summary>
/// <param name="Pages">Draft pages.</param>
/// <param name="Pairs">Pairs proposed.</param>
/// <param name="Unmatched">Participants left without a partner.</param>
/// <param name="TotalScore">Sum of the pairs' scores, fixed-point units.</param>
/// <param name="UpperBound">Bound on the total of any draft, from the dual prices, fixed-point units.</param>
/// <param name="CertificateVerified">Whether the separate checker confirmed pairs, bound and rules.</param>
public sealed record DraftSummary(int Pages, int Pairs, int Unmatched, long TotalScore, long UpperBound, bool CertificateVerified);
