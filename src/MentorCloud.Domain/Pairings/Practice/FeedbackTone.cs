namespace MentorCloud.Domain.Pairings.Practice;

/// <summary>Which way feedback points.</summary>
public enum FeedbackTone
{
    /// <summary>Praise: more of this.</summary>
    Praise,

    /// <summary>Critique: differently next time.</summary>
    Critique,
}
