namespace MentorCloud.Domain.Tenants.Frameworks;

/// <summary>What a competency measures.</summary>
public enum CompetencyKind
{
    /// <summary>Something learnt: gaps in it are what mentoring closes.</summary>
    Skill,

    /// <summary>A way of working: people differ in it, more is not simply better.</summary>
    WorkStyle,
}
