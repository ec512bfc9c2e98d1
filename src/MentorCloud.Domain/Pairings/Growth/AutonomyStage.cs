namespace MentorCloud.Domain.Pairings.Growth;

/// <summary>How far the mentee leads (requirement 46).</summary>
public enum AutonomyStage
{
    /// <summary>The mentor sets the agenda.</summary>
    Directed,

    /// <summary>The mentor guides, the mentee chooses.</summary>
    Guided,

    /// <summary>The mentee leads, the mentor supports.</summary>
    Supported,

    /// <summary>The mentee works alone and asks when needed.</summary>
    Independent,
}
