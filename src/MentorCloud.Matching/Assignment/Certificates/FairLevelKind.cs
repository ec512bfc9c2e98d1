namespace MentorCloud.Matching.Assignment.Certificates;

/// <summary>What one level of a fair assignment asks for.</summary>
public enum FairLevelKind
{
    /// <summary>The most pairs.</summary>
    Pairs,

    /// <summary>The most pairs of passed-over mentees.</summary>
    PassedOver,

    /// <summary>The fewest pairs at one score, given that no pair scores less but those of earlier levels.</summary>
    Score,
}
