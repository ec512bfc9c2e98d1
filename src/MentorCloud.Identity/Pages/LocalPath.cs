namespace MentorCloud.Identity.Pages;

/// <summary>Destinations after a login: paths on this server alone, so that no link can send a person elsewhere (open redirect).</summary>
internal static class LocalPath
{
    /// <summary>As much as fits, with all else, into the sealed cookie that keeps it during a login at the company's provider.</summary>
    public const int MostLength = 1800;

    /// <summary>Whether the text is <c>/path</c>; not <c>//host</c>, <c>/\host</c>, nor anything with control characters.</summary>
    public static bool IsLocal(string? text) =>
        text is { Length: > 0 and <= MostLength } && text[0] == '/' && (text.Length == 1 || text[1] is not ('/' or '\\'))
        && !text.Contains('\\', StringComparison.Ordinal) && text.All(sign => sign is > ' ' and < '\u007f');

    public static string Or(string? text, string otherwise) => IsLocal(text) ? text! : otherwise;
}
