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
    /// <returns>A line for each group in order of name, then one named <c>all</c>.</returns>
    public static ImmutableArray<GroupFigure> Of(IReadOnlyDictionary<string, ImmutableArray<int>> values)
    {
        var hidden = values.Where(group => group.Value.Length < LeastPeople).Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
        var hiddenPeople = hidden.Sum(group => values[group].Length);
        foreach (var next in values.Where(group => !hidden.Contains(group.Key)).OrderBy(group => group.Value.Length)
            .ThenBy(group => group.Key, StringComparer.Ordinal).ToList())
        {
            if (hiddenPeople == 0 || (hidden.Count > 1 && hiddenPeople >= LeastPeople))
            {
                break;
            }

            hidden.Add(next.Key);
            hiddenPeople += next.Value.Length;
        }

        var lines = values.OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => hidden.Contains(group.Key) ? new GroupFigure(group.Key, null, null) : Figure(group.Key, group.Value));
        return [.. lines, Figure("all", [.. values.Values.SelectMany(each => each)])];
    }

    private static GroupFigure Figure(string group, ImmutableArray<int> values) => values.Length < LeastPeople
        ? new GroupFigure(group, null, null)
        : new GroupFigure(group, values.Length, Math.Round(values.Average(), 1));
}
