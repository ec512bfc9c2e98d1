namespace MentorCloud.Domain.Privacy;

/// <summary>Who may see a text (requirement 72).</summary>
public enum Visibility
{
    /// <summary>Its author alone; sealed at rest.</summary>
    Author,

    /// <summary>Mentor and mentee of the pairing; sealed at rest.</summary>
    Pair,

    /// <summary>The pair, and the program managers and sponsors of the cohort.</summary>
    Program,

    /// <summary>Everybody in the tenant.</summary>
    Tenant,
}
