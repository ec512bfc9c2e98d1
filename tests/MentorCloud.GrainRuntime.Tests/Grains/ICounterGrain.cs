namespace MentorCloud.GrainRuntime.Tests.Grains;

public interface ICounterGrain : IGrainWithStringKey
{
    Task<int> Add(int amount);

    Task<int> AddSlowly(int amount);

    Task<int> Hold(string gate);

    Task Fail(string message);

    Task<int> FailAtOnce(string message);

    ValueTask<string> Who();

    Task<int> AddCancellable(int amount, CancellationToken cancellationToken);

    Task<bool> AddInParallel(int branches);

    Task<string?> ReadContext(string key);

    Task WriteContext(string key, string value);

    Task Leave();

    Task Stay(TimeSpan span);
}
