namespace MentorCloud.GrainRuntime.Tests.Grains;

public interface IRelayGrain : IGrainWithStringKey
{
    Task<string> Pass(string path);

    Task HoldThen(string gate, string counterKey, string counterGate);

    Task<string?> ReadContextBelow(string counterKey, string key);

    Task CallLater(string counterKey);
}
