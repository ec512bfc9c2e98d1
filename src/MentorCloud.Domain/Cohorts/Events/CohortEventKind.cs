namespace MentorCloud.Domain.Cohorts.Events;

/// <summary>Kinds of cohort events (requirement 7).</summary>
public enum CohortEventKind
{
    /// <summary>A roundtable.</summary>
    Roundtable,

    /// <summary>A debrief of a case.</summary>
    CaseDebrief,

    /// <summary>A cross-functional simulation.</summary>
    Simulation,
}
