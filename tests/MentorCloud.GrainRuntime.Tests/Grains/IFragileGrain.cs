namespace MentorCloud.GrainRuntime.Tests.Grains;

public interface IFragileGrain : IGrainWithStringKey
{
    Task<int> Ping();
}
