using System.Collections.Immutable;

namespace MentorCloud.Matching.Assignment.Certificates;

/// <summary>
/// Linear programming duals of the assignment problem (total and coverage). With value = score + breaking cost of a
/// standing pair + the mentee's tier, every allowed pair satisfies value &lt;= MenteeDual + MentorPrice + surplus, and
/// demand * MenteeDual + capacity * MentorPrice + surplus bounds every assignment. Source: Kuhn 1955; Schrijver,
/// Combinatorial Optimization (2003), chapter 17.
/// </summary>
/// <param name="MenteeDual">For each mentee what one more mentor would be worth; 0 or more.</param>
/// <param name="MentorPrice">For each mentor what one more place would be worth; 0 or more, 0 where there is room.</param>
/// <param name="PairTier">Added to every pair so that more pairs always win (coverage); 0 for total.</param>
/// <param name="PassedOverTier">Added to every pair of a passed-over mentee; 0 if there is none.</param>
public sealed record DualCertificate(
    ImmutableArray<long> MenteeDual,
    ImmutableArray<long> MentorPrice,
    long PairTier,
    long PassedOverTier) : AssignmentCertificate;
