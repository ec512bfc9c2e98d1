using System.Collections.Immutable;

namespace MentorCloud.Domain.Pairings.Growth;

/// <summary>A review that is open, as its mentee sees it: how many answered, never what.</summary>
/// <param name="Number">Which review.</param>
/// <param name="Competencies">What is rated.</param>
/// <param name="Asked">How many people are asked.</param>
/// <param name="Answered">How many have answered.</param>
public sealed record Review360Open(int Number, ImmutableArray<string> Competencies, int Asked, int Answered);
