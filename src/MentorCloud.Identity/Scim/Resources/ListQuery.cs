using MentorCloud.Identity.Scim.Filters;

namespace MentorCloud.Identity.Scim.Resources;

/// <summary>Which resources are asked for (RFC 7644, section 3.4.2).</summary>
/// <param name="Filter">Which; null for all.</param>
/// <param name="SortBy">In which order; null for the order in which they were made.</param>
/// <param name="IsDescending">Whether from the last to the first.</param>
/// <param name="Start">The first one, from 1.</param>
/// <param name="Count">How many at most, 0 to <see cref="MostCount"/>.</param>
internal sealed record ListQuery(FilterNode? Filter, AttributePath? SortBy, bool IsDescending, int Start, int Count)
{
    /// <summary>Resources of a page at most.</summary>
    public const int MostCount = 300;

    /// <summary>Resources of a page when none says how many.</summary>
    public const int UsualCount = 100;
}
