namespace MentorCloud.GraphQL.Tests.Generators;

/// <summary>Repeatable choices.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

    public int Next(int below) => _random.Next(below);

    public bool Chance(int percent) => _random.Next(100) < percent;

    public T PickFrom<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    public T Pick<T>(params ReadOnlySpan<T> items) => items[_random.Next(items.Length)];
}
