namespace MentorCloud.Gateway.Pairings.Cadence;

/// <summary>The type of the same name.</summary>
internal sealed record MeetingFile(string FileName, string Calendar);
