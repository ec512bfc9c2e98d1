using MentorCloud.GrainRuntime;

namespace MentorCloud.Benchmarks.Grains;

/// <summary>What the call benchmarks call.</summary>
internal interface IBenchGrain : IGrainWithStringKey
{
    Task<int> Add(Actor actor, int amount);
}
