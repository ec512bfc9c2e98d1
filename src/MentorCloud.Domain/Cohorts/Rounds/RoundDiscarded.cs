using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Cohorts.Rounds;

/// <summary>A round was given up.</summary>
/// <param name="Round">The round.</param>
public sealed record RoundDiscarded(RoundId Round) : Fact;
