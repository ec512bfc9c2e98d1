using System.Collections.Immutable;
using MentorCloud.Domain.Cohorts.Matching;

namespace MentorCloud.Contracts.Solving;

/// <summary>What the solver hands back.</summary>
/// <param name="Proposals">The pairs.</param>
/// <param name="Unmatched">Whoever stays without a partner, and why.</param>
/// <param name="TotalScore">Sum of the pairs' scores, fixed-point units.</param>
/// <param name="UpperBound">Bound on any draft's total, fixed-point units.</param>
/// <param name="CertificateVerified">Whether the separate checker confirmed it.</param>
public sealed record SolvedDraft(
    ImmutableArray<Proposal> Proposals, ImmutableArray<Unmatched> Unmatched, long TotalScore, long UpperBound, bool CertificateVerified);
