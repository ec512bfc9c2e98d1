namespace MentorCloud.App.Simulation.Watching;

/// <summary>The mark that every confided text of the simulation carries, so that it can be searched for byte by byte.</summary>
internal static class PrivateWords
{
    /// <summary>What no file, log or fact may hold.</summary>
    public const string Mark = "CONFIDED-4f1d7a";

    private const string Alone = "-ALONE";

    /// <summary>A text for the pair.</summary>
    public static string ForTwo(string text) => $"{Mark}: {text}";

    /// <summary>A text for its author alone.</summary>
    public static string ForOne(string text) => $"{Mark}{Alone}: {text}";

    /// <summary>Whether a text was meant for its author alone.</summary>
    public static bool IsForOne(string text) => text.Contains(Mark + Alone, StringComparison.Ordinal);
}
