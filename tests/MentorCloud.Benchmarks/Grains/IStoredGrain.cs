using MentorCloud.GrainRuntime;

namespace MentorCloud.Benchmarks.Grains;

/// <summary>A grain with one stored state of about a kilobyte.</summary>
internal interface IStoredGrain : IGrainWithStringKey
{
    Task<long> Read();

    Task<long> Write();
}
