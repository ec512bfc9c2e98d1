using System.Collections.Immutable;

namespace MentorCloud.Domain.Pairings.Growth;

/// <summary>A learner's assessment of themself against the framework (requirement 54).</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Levels">Levels by competency.</param>
/// <param name="By">Whose: the mentee's, except among peers, who both learn.</param>
public sealed record SelfAssessment(DateTimeOffset At, ImmutableArray<CompetencyLevel> Levels, PairingSide By = PairingSide.Mentee);
