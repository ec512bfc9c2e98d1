using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Cohorts.Rounds;

/// <summary>Publication was refused half-way; what was reserved is being released.</summary>
/// <param name="Round">The round.</param>
/// <param name="Code">Why.</param>
public sealed record RoundPublishingRefused(RoundId Round, string Code) : Fact;
