using System.Collections.Immutable;

namespace MentorCloud.App.RosterMatch;

/// <summary>One pair and why it scores what it scores.</summary>
/// <param name="Stage">The stage, from 1; null for a single match.</param>
/// <param name="Mentor">External id.</param>
/// <param name="Mentee">External id.</param>
/// <param name="MentorName">Name to show.</param>
/// <param name="MenteeName">Name to show.</param>
/// <param name="Score">Weighted mean of the factors that have data, 0..1.</param>
/// <param name="Factors">All factors with a weight.</param>
internal sealed record RosterPair(
    int? Stage, string Mentor, string Mentee, string MentorName, string MenteeName, double Score, ImmutableArray<RosterFactor> Factors);
