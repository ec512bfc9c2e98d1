namespace MentorCloud.Domain.Cohorts.Events;

/// <summary>Where an invitation is.</summary>
public enum InvitationStatus
{
    /// <summary>Not answered yet.</summary>
    Invited,

    /// <summary>Accepted.</summary>
    Accepted,

    /// <summary>Declined.</summary>
    Declined,

    /// <summary>Was there.</summary>
    Attended,

    /// <summary>Was not there.</summary>
    Absent,
}
