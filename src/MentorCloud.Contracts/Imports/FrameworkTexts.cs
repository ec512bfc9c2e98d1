namespace MentorCloud.Contracts.Imports;

/// <summary>A competency framework as CSV texts; docs/imports.md has the columns.</summary>
/// <param name="Name">The framework's name.</param>
/// <param name="Skills">Profiles by skills.</param>
/// <param name="WorkStyles">Profiles by work styles.</param>
/// <param name="Anchors">Level anchors; null when there are none.</param>
public sealed record FrameworkTexts(string Name, string Skills, string WorkStyles, string? Anchors);
