using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Cohorts.Rounds;

/// <summary>Publication began.</summary>
/// <param name="Round">The round.</param>
public sealed record RoundPublishing(RoundId Round) : Fact;
