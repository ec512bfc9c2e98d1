namespace MentorCloud.Domain.Cohorts;

/// <summary>Where a cohort is in its life.</summary>
public enum CohortPhase
{
    /// <summary>Being designed; people can be enrolled, nothing runs.</summary>
    Design,

    /// <summary>Open: matching rounds can run and pairings live.</summary>
    Open,

    /// <summary>Over; read-only.</summary>
    Closed,
}
