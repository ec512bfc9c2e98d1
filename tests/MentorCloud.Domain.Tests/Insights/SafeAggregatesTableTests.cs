using System.Collections.Immutable;
using System.Globalization;
using MentorCloud.Domain.Insights;

namespace MentorCloud.Domain.Tests.Insights;

/// <summary>Row 73 as a table: people in each group, and what is shown of them and of all; a dash is hidden.</summary>
public sealed class SafeAggregatesTableTests
{
    [Theory]
    [InlineData("5", 5, "5 5")]
    [InlineData("4", 5, "- -")]
    [InlineData("5 5", 5, "5 5 10")]
    [InlineData("5 4", 5, "- - 9")]
    [InlineData("4 4", 5, "- - 8")]
    [InlineData("6 7 3 2", 5, "6 7 - - 18")]
    [InlineData("6 9 1", 5, "- 9 - 16")]
    [InlineData("1 1 1 20", 5, "- - - - 23")]
    [InlineData("2 1", 5, "- - -")]
    [InlineData("9 12", 10, "- - 21")]
    [InlineData("4 4", 1, "- - 8")]
    [InlineData("", 5, "-")]
    public void Group_is_shown_when_neither_it_nor_a_difference_tells_of_fewer_than_the_least(string people, int least, string shown)
    {
        var groups = people.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select((count, place) => (Name: $"g{place}", Values: Enumerable.Repeat(3, int.Parse(count, CultureInfo.InvariantCulture)).ToImmutableArray()))
            .ToDictionary(group => group.Name, group => group.Values);

        var figures = SafeAggregates.Of(groups, least);

        Assert.Equal(shown, string.Join(' ', figures.Select(figure => figure.People?.ToString(CultureInfo.InvariantCulture) ?? "-")));
        Assert.All(figures, figure => Assert.Equal(figure.People is null, figure.Mean is null));
    }
}
