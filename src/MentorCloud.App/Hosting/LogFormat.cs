namespace MentorCloud.App.Hosting;

/// <summary>How log entries are written to standard error.</summary>
public enum LogFormat
{
    /// <summary>One line an entry, for people.</summary>
    Text,

    /// <summary>One JSON object a line, with trace and span ids, for programs that collect logs.</summary>
    Json,
}
