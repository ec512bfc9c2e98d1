namespace MentorCloud.Matching;

/// <summary>Codes that <see cref="MatchingException"/> carries.</summary>
public static class MatchingErrors
{
    /// <summary>An array has another length than the number of mentors or mentees asks for.</summary>
    public const string Shape = "MATCHING_SHAPE";

    /// <summary>A capacity, demand, weight or parameter is negative, not finite or outside its range.</summary>
    public const string Range = "MATCHING_RANGE";

    /// <summary>A pair names a mentor or mentee that does not exist, or is named twice.</summary>
    public const string Pair = "MATCHING_PAIR";

    /// <summary>Pins ask for more than a mentor's capacity or a mentee's demand, or for a forbidden pair.</summary>
    public const string Pin = "MATCHING_PIN";

    /// <summary>The scores are so large, or the cohort is, that the objective does not fit 64-bit integers.</summary>
    public const string Overflow = "MATCHING_OVERFLOW";

    /// <summary>The objective needs more memory than its documented limit for a cohort of this size.</summary>
    public const string TooLarge = "MATCHING_TOO_LARGE";

    /// <summary>There are too few observations for a statement.</summary>
    public const string TooFew = "MATCHING_TOO_FEW";
}
