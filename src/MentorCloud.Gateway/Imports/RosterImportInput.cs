namespace MentorCloud.Gateway.Imports;

/// <summary>The input of the same name.</summary>
internal sealed record RosterImportInput(string IdempotencyKey, string Csv, string? Cohort, bool SkipInvalid);
