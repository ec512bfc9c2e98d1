namespace MentorCloud.Domain.Cohorts.Matching;

/// <summary>What a pair is scored on. Formulas are in docs/matching.md.</summary>
public enum MatchFactor
{
    /// <summary>Mentor strength over mentee gap, weighted by the mentee's priorities (requirement 12).</summary>
    SkillComplementarity,

    /// <summary>Share of the mentee's missing experiences that the mentor has lived (requirement 13).</summary>
    ExperienceBreadth,

    /// <summary>Differences of division, geography, title family (requirement 14).</summary>
    PerspectiveDiversity,

    /// <summary>Distance in work styles, rewarded up to a point (requirement 15).</summary>
    CognitiveDistance,
}
