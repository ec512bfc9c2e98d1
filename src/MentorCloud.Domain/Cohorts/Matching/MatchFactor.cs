namespace MentorCloud.Domain.Cohorts.Matching;

/// <summary>What a pair is scored on, each 0 to 1. Formulas are in docs/matching.md.</summary>
public enum MatchFactor
{
    /// <summary>How much of the mentee's gaps the mentor's levels cover, weighted by the mentee's priorities (requirement 12).</summary>
    SkillComplementarity,

    /// <summary>Share of the mentee's missing experiences that the mentor has lived (requirement 13).</summary>
    ExperienceBreadth,

    /// <summary>1 if the divisions differ (requirement 14, like the next four).</summary>
    DivisionDiversity,

    /// <summary>1 if the locations differ.</summary>
    GeographyDiversity,

    /// <summary>1 if the generations differ.</summary>
    GenerationDiversity,

    /// <summary>1 if the industries differ.</summary>
    IndustryDiversity,

    /// <summary>1 if the functions differ.</summary>
    FunctionDiversity,

    /// <summary>Distance in work styles, rewarded up to a point (requirement 15).</summary>
    CognitiveDistance,

    /// <summary>How much of the mentor's own gaps the mentee's levels cover (requirement 16).</summary>
    ReciprocalValue,

    /// <summary>How much the mentee wishes for this mentor.</summary>
    MenteePreference,

    /// <summary>How much the mentor wishes for this mentee.</summary>
    MentorPreference,

    /// <summary>Share of the mentee's working hours that the mentor works too.</summary>
    SharedHours,
}
