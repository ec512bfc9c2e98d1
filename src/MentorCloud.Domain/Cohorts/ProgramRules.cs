using MentorCloud.Domain.Cohorts.Matching;

namespace MentorCloud.Domain.Cohorts;

/// <summary>The table of program types and their differences.</summary>
public static class ProgramRules
{
    private static readonly ProgramRule[] Rules =
    [
        new(ProgramType.OneToOne, 1, 24),
        new(ProgramType.Group, 1, 24) { CommonSessions = true },
        new(ProgramType.Reverse, 1, 24) { Weights = Heavier(MatchFactor.GenerationDiversity, MatchFactor.ReciprocalValue) },
        new(ProgramType.Flash, 1, 3) { OneSession = true },
        new(ProgramType.Peer, 1, 24) { BothLearn = true, Weights = Heavier(MatchFactor.ReciprocalValue) },
        new(ProgramType.Rotational, 2, 24),
    ];

    /// <summary>What a type changes.</summary>
    /// <param name="type">The type.</param>
    /// <returns>Its rule.</returns>
    public static ProgramRule Of(ProgramType type) => Array.Find(Rules, rule => rule.Type == type)!;

    /// <summary>The default weights with some factors counting as much as complementarity itself.</summary>
    private static MatchWeights Heavier(params MatchFactor[] factors) => MatchWeights.Default.With(
        factors.Select(factor => KeyValuePair.Create(factor, MatchWeights.Default.Of(MatchFactor.SkillComplementarity))));
}
