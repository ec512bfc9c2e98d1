using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace MentorCloud.Identity.Scim.Filters;

/// <summary>A path to an attribute (RFC 7644, section 3.10): <c>name.familyName</c>, or with the schema's URN before it.</summary>
/// <param name="Schema">The schema's URN; null for the resource's own.</param>
/// <param name="Name">The attribute; null for the whole schema.</param>
/// <param name="Part">The part of a complex attribute; null for all of it.</param>
internal sealed record AttributePath(string? Schema, string? Name, string? Part)
{
    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_$");

    public static bool TryRead(string text, [NotNullWhen(true)] out AttributePath? path)
    {
        path = null;
        var isUrn = text.StartsWith("urn:", StringComparison.OrdinalIgnoreCase);
        var cut = isUrn ? text.LastIndexOf(':') : -1;
        var parts = text[(cut + 1)..].Split('.');

        // A URN of which nothing stands behind the last colon but its own last word: the whole extension.
        if (isUrn && parts is ["User" or "Group"])
        {
            path = new AttributePath(text, null, null);
            return true;
        }

        if (parts.Length > 2 || !Array.TrueForAll(parts, IsName))
        {
            return false;
        }

        path = new AttributePath(isUrn ? text[..cut] : null, parts[0], parts.Length == 2 ? parts[1] : null);
        return true;
    }

    public override string ToString() =>
        (Schema is null ? string.Empty : Name is null ? Schema : Schema + ":") + Name + (Part is null ? string.Empty : "." + Part);

    private static bool IsName(string text) =>
        text.Length > 0 && (char.IsAsciiLetter(text[0]) || text[0] == '$') && !text.AsSpan().ContainsAnyExcept(Letters);
}
