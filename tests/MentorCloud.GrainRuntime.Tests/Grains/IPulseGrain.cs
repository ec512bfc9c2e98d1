namespace MentorCloud.GrainRuntime.Tests.Grains;

public interface IPulseGrain : IGrainWithStringKey
{
    Task Start(TimeSpan first);
}
