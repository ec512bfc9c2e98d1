using System.Collections.Immutable;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Cohorts.Requests;

/// <summary>Somebody whom the engine ranks for a person.</summary>
/// <param name="Participant">The candidate.</param>
/// <param name="Rank">1 is the best; equal scores share a rank.</param>
/// <param name="Score">The pair's score, fixed-point units.</param>
/// <param name="Strengths">The factors that add most to the score, strongest first; at most three, and no values: those are the program's.</param>
public sealed record Candidate(ParticipantId Participant, int Rank, long Score, ImmutableArray<MatchFactor> Strengths);
