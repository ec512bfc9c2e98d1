using System.Collections.Immutable;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Tenants;

/// <summary>A program manager who is limited to some cohorts; who has none of these has the whole tenant.</summary>
/// <param name="Manager">The manager's account.</param>
/// <param name="Cohorts">The cohorts; none leaves no cohort.</param>
public sealed record Delegation(AccountId Manager, ImmutableArray<CohortId> Cohorts);
