namespace MentorCloud.Domain.Cohorts.Rounds;

/// <summary>What a draft comes to.</summary>
/// <param name="Pages">Draft pages.</param>
/// <param name="Pairs">Pairs proposed.</param>
/// <param name="Unmatched">Participants left without a partner.</param>
/// <param name="TotalScore">Sum of the pairs' scores, fixed-point units.</param>
/// <param name="UpperBound">Bound on the total of any draft, from the dual prices, fixed-point units.</param>
/// <param name="CertificateVerified">Whether the separate checker confirmed pairs, bound and rules.</param>
/// <param name="WorstScore">Score of its lowest pair, fixed-point units; 0 without pairs.</param>
/// <param name="Inputs">Fingerprint of the people, levels and places that it was made from; empty for drafts of before there were any.</param>
public sealed record DraftSummary(
    int Pages, int Pairs, int Unmatched, long TotalScore, long UpperBound, bool CertificateVerified, long WorstScore = 0, string Inputs = "");
