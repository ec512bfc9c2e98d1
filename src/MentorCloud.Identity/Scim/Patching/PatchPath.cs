using MentorCloud.Identity.Scim.Filters;
using MentorCloud.Identity.Scim.Http;

namespace MentorCloud.Identity.Scim.Patching;

/// <summary>Where a patch works (RFC 7644, figure 7): an attribute, or the elements of a list that fit a filter, or a part of those.</summary>
/// <param name="Path">The attribute, with the part that is named behind the brackets.</param>
/// <param name="Filter">Which elements; null for all.</param>
internal sealed record PatchPath(AttributePath Path, FilterNode? Filter)
{
    /// <exception cref="ScimRefusedException">invalidPath, invalidFilter.</exception>
    public static PatchPath Read(string text)
    {
        var words = new FilterText(text);
        if (!AttributePath.TryRead(words.Take(), out var path))
        {
            throw new ScimRefusedException(ScimRefusal.Path("path", "The path names no attribute."));
        }

        FilterNode? filter = null;
        if (words.Word == "[")
        {
            words.Take();
            filter = FilterReading.ReadElement(words);
            if (words.Word.StartsWith('.') && path.Part is null && AttributePath.TryRead(words.Word[1..], out var part) && part is { Schema: null, Part: null })
            {
                words.Take();
                path = path with { Part = part.Name };
            }
        }

        return words.IsAtEnd ? new PatchPath(path, filter) : throw new ScimRefusedException(ScimRefusal.Path("path", $"The path is not understood from character {words.Place} on."));
    }
}
