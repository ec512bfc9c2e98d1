using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Storage.Views.Lists;

/// <summary>What a caller may ask of a list.</summary>
internal static class PageCheck
{
    private const int LargestPage = 100, LongestSearch = 100, MostIds = 1000;

    public static void Page(PageRequest page)
    {
        if (page.Size is < 1 or > LargestPage) throw Invalid("A page has 1 to 100 rows.", "size");
    }

    /// <summary>The words to search for; none when the search is empty.</summary>
    public static string[] Words(string? search)
    {
        if (search is null) return [];
        if (search.Length > LongestSearch) throw Invalid("Search for at most 100 characters.", "search");
        return search.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
    }

    public static void Ids(int count) => ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MostIds);

    private static RefusedException Invalid(string message, string field) => new(new Refusal(ErrorCodes.InputInvalid, message, field));
}
