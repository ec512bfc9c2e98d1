namespace MentorCloud.App.Imports;

/// <summary>What reading a framework's files came to.</summary>
/// <param name="Draft">The framework; null when the files have errors that were not to be skipped.</param>
/// <param name="Report">Counts of profiles, errors, warnings.</param>
internal sealed record FrameworkReading(FrameworkDraft? Draft, ImportReport Report);
