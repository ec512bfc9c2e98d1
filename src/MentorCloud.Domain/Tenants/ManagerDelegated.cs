using System.Collections.Immutable;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Tenants;

/// <summary>A program manager was limited to cohorts, or was given the whole tenant again.</summary>
/// <param name="Manager">The manager's account.</param>
/// <param name="Cohorts">The cohorts; null for the whole tenant.</param>
public sealed record ManagerDelegated(AccountId Manager, ImmutableArray<CohortId>? Cohorts) : Fact;
