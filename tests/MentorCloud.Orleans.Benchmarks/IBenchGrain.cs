namespace MentorCloud.Orleans.Benchmarks;

/// <summary>What the call benchmarks call, as in MentorCloud.Benchmarks.</summary>
public interface IBenchGrain : IGrainWithStringKey
{
    Task<int> Add(Actor actor, int amount);
}
