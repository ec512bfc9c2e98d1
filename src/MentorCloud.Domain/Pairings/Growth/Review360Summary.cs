using System.Collections.Immutable;

namespace MentorCloud.Domain.Pairings.Growth;

/// <summary>What a closed review came to; the mentee alone sees it.</summary>
/// <param name="Number">Which review.</param>
/// <param name="Raters">How many answered, at least four.</param>
/// <param name="Means">Mean score for each competency, to one decimal.</param>
public sealed record Review360Summary(int Number, int Raters, ImmutableArray<CompetencyLevel> Means);
