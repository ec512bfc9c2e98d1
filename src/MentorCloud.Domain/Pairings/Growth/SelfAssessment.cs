using System.Collections.Immutable;

namespace MentorCloud.Domain.Pairings.Growth;

/// <summary>The mentee's assessment of themself against the framework (requirement 54).</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Levels">Levels by competency.</param>
public sealed record SelfAssessment(DateTimeOffset At, ImmutableArray<CompetencyLevel> Levels);
