namespace MentorCloud.App.Imports;

/// <summary>What a framework's import came to.</summary>
/// <param name="Profiles">The framework's id and profiles, for reading a roster with; null when nothing was imported.</param>
/// <param name="Report">Counts of profiles, errors, warnings. All profiles are unchanged when the same content is the tenant's framework already.</param>
internal sealed record FrameworkImportResult(FrameworkProfiles? Profiles, ImportReport Report);
