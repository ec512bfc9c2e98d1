using MentorCloud.Identity.Scim.Http;

namespace MentorCloud.Identity.Scim.Resources;

/// <summary>The versions that a caller names (RFC 9110, section 13.1); compared weakly, as all of ours are weak.</summary>
/// <param name="Tags">The tags of the header; null when there was none.</param>
internal sealed record Precondition(IReadOnlyList<string>? Tags)
{
    public static Precondition None { get; } = new((IReadOnlyList<string>?)null);

    /// <summary>Reads a header; one that makes no sense fits nothing.</summary>
    public static Precondition Read(string? header) => string.IsNullOrWhiteSpace(header)
        ? None
        : new([.. header.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Strong)]);

    /// <summary>Whether one of the tags is the version.</summary>
    public bool Fits(string version) => Tags is null || Tags.Contains("*") || Tags.Contains(Strong(version), StringComparer.Ordinal);

    /// <summary>Demands that the resource is of a version that was named.</summary>
    /// <exception cref="ScimRefusedException">412.</exception>
    public void Require(string version)
    {
        if (!Fits(version))
        {
            throw new ScimRefusedException(ScimRefusal.Stale);
        }
    }

    private static string Strong(string tag) => tag.StartsWith("W/", StringComparison.Ordinal) ? tag[2..] : tag;
}
