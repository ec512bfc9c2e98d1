namespace MentorCloud.App.Imports;

/// <summary>What travels through the reading of an import's files.</summary>
internal sealed record ImportContext(ImportLog Log, ImportLimits Limits, IProgress<ImportProgress>? Progress);
