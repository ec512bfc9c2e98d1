using System.Collections.Immutable;

namespace MentorCloud.Domain.Cohorts.Requests;

/// <summary>Whom a person may ask, best first.</summary>
/// <param name="Candidates">The candidates.</param>
public sealed record CandidateList(ImmutableArray<Candidate> Candidates);
