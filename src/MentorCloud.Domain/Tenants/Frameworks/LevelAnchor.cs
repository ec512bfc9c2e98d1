namespace MentorCloud.Domain.Tenants.Frameworks;

/// <summary>What one level of a competency looks like.</summary>
/// <param name="Level">A level within the competency's scale.</param>
/// <param name="Text">The behaviour that shows it, 1..200 characters.</param>
public sealed record LevelAnchor(double Level, string Text);
