using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Insights;

namespace MentorCloud.Domain.Tests.Insights;

public sealed class SafeAggregatesTests
{
    [Fact]
    public void Groups_of_fewer_than_five_are_hidden_and_larger_ones_shown()
    {
        var figures = SafeAggregates.Of(Groups(("a", 6), ("b", 7), ("c", 3), ("d", 2)));
        Assert.Equal([6, 7, null, null, 18], figures.Select(figure => figure.People));
    }

    [Fact]
    public void One_hidden_group_hides_another_so_that_the_difference_tells_nobody()
    {
        var figures = SafeAggregates.Of(Groups(("a", 6), ("b", 9), ("c", 1)));
        Assert.Equal([null, 9, null, 16], figures.Select(figure => figure.People));
    }

    [Fact]
    public void Any_partition_hides_none_or_at_least_five_people() =>
        Prop.ForAll(Gen.Choose(1, 12).NonEmptyListOf().ToArbitrary(), sizes =>
        {
            var groups = Groups([.. sizes.Select((size, place) => ($"g{place:00}", size))]);
            var hidden = SafeAggregates.Of(groups).Where(figure => figure.Group != "all" && figure.People is null).ToList();
            var people = hidden.Sum(figure => groups[figure.Group].Length);
            return hidden.Count == 0 || people >= SafeAggregates.LeastPeople || hidden.Count == groups.Count;
        }).QuickCheckThrowOnFailure();

    private static Dictionary<string, ImmutableArray<int>> Groups(params (string Name, int People)[] groups) =>
        groups.ToDictionary(group => group.Name, group => Enumerable.Repeat(3, group.People).ToImmutableArray());
}
