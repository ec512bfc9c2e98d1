using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Cohorts.Rounds;

/// <summary>The solver found no answer.</summary>
/// <param name="Round">The round.</param>
/// <param name="Code">Why.</param>
public sealed record RoundFailed(RoundId Round, string Code) : Fact;
