using System.Collections.Immutable;

namespace MentorCloud.Domain.Insights;

/// <summary>
/// Figures over groups that reveal nobody (requirement 73): a group is shown from five people on, and when exactly one
/// group of a partition is hidden, the next smallest is hidden too, so that the total minus what is shown is no person's.
/// </summary>
public static class SafeAggregates
{
    /// <summary>The least number of people that a figure stands for.</summary>
    public const int LeastPeople = 5;

    /// <summary>Figures of a partition: no person is in two groups. The last line is the total.</summary>
    /// <param name="values">One value for each person, by group.</param>
    /// <param name="least">People that a figure stands for at least; never under <see cref="LeastPeople"/>.</param>
    /// <returns>A line for each group in order of name, then one named <c>all</c>.</returns>
    public static ImmutableArray<GroupFigure> Of(IReadOnlyDictionary<string, ImmutableArray<int>> values, int least = LeastPeople) => Of(values.ToDictionary(
        group => group.Key, group => (group.Value.Length, group.Value.IsEmpty ? 0 : group.Value.Average()), StringComparer.Ordinal), least);

    /// <summary>The same over groups whose people were counted and averaged before.</summary>
    /// <param name="groups">How many people, and their mean, by group.</param>
    /// <param name="least">People that a figure stands for at least; never under <see cref="LeastPeople"/>.</param>
    /// <returns>A line for each group in order of name, then one named <c>all</c>.</returns>
    public static ImmutableArray<GroupFigure> Of(IReadOnlyDictionary<string, (int People, double Mean)> groups, int least = LeastPeople)
    {
        least = Math.Max(least, LeastPeople);
        var hidden = Hidden(groups, least);
        var people = groups.Values.Sum(group => group.People);
        var mean = people == 0 ? 0 : groups.Values.Sum(group => group.People * group.Mean) / people;
        var lines = groups.OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => hidden.Contains(group.Key) ? new GroupFigure(group.Key, null, null) : Figure(group.Key, group.Value.People, group.Value.Mean, least));
        return [.. lines, Figure("all", people, mean, least)];
    }

    private static HashSet<string> Hidden(IReadOnlyDictionary<string, (int People, double Mean)> groups, int least)
    {
        var hidden = groups.Where(group => group.Value.People < least).Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
        var hiddenPeople = hidden.Sum(group => groups[group].People);
        foreach (var next in groups.Where(group => !hidden.Contains(group.Key)).OrderBy(group => group.Value.People)
            .ThenBy(group => group.Key, StringComparer.Ordinal).ToList())
        {
            if (hiddenPeople == 0 || (hidden.Count > 1 && hiddenPeople >= least))
            {
                break;
            }

            hidden.Add(next.Key);
            hiddenPeople += next.Value.People;
        }

        return hidden;
    }

    private static GroupFigure Figure(string group, int people, double mean, int least) => people < least
        ? new GroupFigure(group, null, null)
        : new GroupFigure(group, people, Math.Round(mean, 1));
}
