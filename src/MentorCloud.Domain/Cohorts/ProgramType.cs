namespace MentorCloud.Domain.Cohorts;

/// <summary>Types of mentoring program (requirement 8).</summary>
public enum ProgramType
{
    /// <summary>One mentor, one mentee.</summary>
    OneToOne,
}
