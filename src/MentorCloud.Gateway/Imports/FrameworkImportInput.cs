namespace MentorCloud.Gateway.Imports;

/// <summary>The input of the same name.</summary>
internal sealed record FrameworkImportInput(string IdempotencyKey, string Name, string SkillsCsv, string WorkStylesCsv, string? AnchorsCsv);
