namespace MentorCloud.Orleans.Benchmarks;

/// <summary>A grain without stored state; its answer comes from tasks that exist already.</summary>
public sealed class BenchGrain : Grain, IBenchGrain
{
    private static readonly Task<int>[] Answers = [.. Enumerable.Range(0, 256).Select(Task.FromResult)];

    private int _value;

    public Task<int> Add(Actor actor, int amount) => Answers[(_value += amount) & 255];
}
