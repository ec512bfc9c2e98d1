namespace MentorCloud.Domain.Pairings.Health;

/// <summary>What the next contract amendment should look at, found from ratings and facts (requirement 51).</summary>
public enum AmendmentAdvice
{
    /// <summary>Two of the last four check-ins were missed: is the cadence right?</summary>
    Cadence,

    /// <summary>The mentee rated the mentoring below 3 on average of the last three: is the mentor's role right?</summary>
    MentorRole,

    /// <summary>Sessions are rated below 2.5: are the feedback channels and formats right?</summary>
    Sessions,

    /// <summary>More hours are given than agreed: are the boundaries right?</summary>
    Hours,

    /// <summary>Alignment checks find no progress: are the objectives right?</summary>
    Objectives,

    /// <summary>Of five feedbacks and more, under a fifth or over nine tenths praise.</summary>
    FeedbackBalance,
}
