using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.Cohorts.Matching;

/// <summary>How much each factor counts; a pair's score is the weighted mean of its factors, so only ratios matter.</summary>
/// <param name="SkillComplementarity">Requirement 12, 0..100.</param>
/// <param name="ExperienceBreadth">Requirement 13, 0..100.</param>
/// <param name="PerspectiveDiversity">Requirement 14, 0..100.</param>
/// <param name="CognitiveDistance">Requirement 15, 0..100.</param>
/// <param name="BestCognitiveDistance">The distance in work styles that is rewarded most, 0..1 of the possible; beyond it the reward falls.</param>
public sealed record MatchWeights(
    double SkillComplementarity, double ExperienceBreadth, double PerspectiveDiversity, double CognitiveDistance, double BestCognitiveDistance)
{
    /// <summary>Skills count half, the three others share the rest; a moderate cognitive distance is best.</summary>
    public static MatchWeights Default { get; } = new(3, 1, 1, 1, 0.35);

    /// <summary>Checks ranges, and that something counts at all.</summary>
    /// <returns>INPUT_INVALID with the field, or null.</returns>
    public Refusal? Check() =>
        Weight(SkillComplementarity, "weights.skillComplementarity")
            ?? Weight(ExperienceBreadth, "weights.experienceBreadth")
            ?? Weight(PerspectiveDiversity, "weights.perspectiveDiversity")
            ?? Weight(CognitiveDistance, "weights.cognitiveDistance")
            ?? (BestCognitiveDistance is >= 0 and <= 1 ? null : Inputs.Invalid("weights.bestCognitiveDistance", "must lie in 0..1"))
            ?? (SkillComplementarity + ExperienceBreadth + PerspectiveDiversity + CognitiveDistance > 0
                ? null
                : Inputs.Invalid("weights", "are all zero; give at least one factor some weight"));

    private static Refusal? Weight(double value, string field) =>
        value is >= 0 and <= 100 ? null : Inputs.Invalid(field, "must lie in 0..100");
}
