namespace MentorCloud.Matching.Factors;

/// <summary>The twelve factors of a pair's score, each 0 to 1. Formulas and sources: docs/matching.md.</summary>
public enum Factor
{
    /// <summary>How much of the mentee's gaps the mentor's levels cover, weighted by the mentee's priorities.</summary>
    Complementarity,

    /// <summary>Share of the mentee's missing experiences that the mentor has lived.</summary>
    ExperienceBreadth,

    /// <summary>1 if the divisions differ.</summary>
    DivisionDiversity,

    /// <summary>1 if the locations differ.</summary>
    GeographyDiversity,

    /// <summary>1 if the generations differ.</summary>
    GenerationDiversity,

    /// <summary>1 if the industries differ.</summary>
    IndustryDiversity,

    /// <summary>1 if the functions differ.</summary>
    FunctionDiversity,

    /// <summary>Distance of styles, rewarded up to a peak and less beyond it.</summary>
    CognitiveDistance,

    /// <summary>How much of the mentor's own gaps the mentee's levels cover.</summary>
    ReciprocalValue,

    /// <summary>How much the mentee wishes for this mentor.</summary>
    MenteePreference,

    /// <summary>How much the mentor wishes for this mentee.</summary>
    MentorPreference,

    /// <summary>Share of the mentee's working hours that the mentor works too.</summary>
    SharedHours,
}
