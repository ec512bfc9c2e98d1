using MentorCloud.GrainRuntime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MentorCloud.GrainStorage.Tests.History;

public sealed class HistoryTests
{
    private const int Callers = 64;
    private const int Registers = 16;
    private const int Operations = 100_000;
    private const int Restarts = 4;

    private long _order;
    private ServiceProvider _host = null!;

    [Fact]
    public async Task Hundred_thousand_operations_under_restarts_are_linearizable()
    {
        using var folder = new TemporaryFolder();
        _host = await StartAsync(folder.Path);
        var left = Operations;
        var callers = Enumerable.Range(0, Callers).Select(caller => Task.Run(() => CallAsync(caller, () => Interlocked.Decrement(ref left) >= 0))).ToArray();
        for (var restart = 1; restart <= Restarts; restart++)
        {
            var mark = Operations - (Operations * restart / (Restarts + 1));
            while (Volatile.Read(ref left) > mark)
                await Task.Yield();
            await StopAsync(_host);
            Volatile.Write(ref _host, await StartAsync(folder.Path));
        }

        var histories = (await Task.WhenAll(callers)).SelectMany(one => one).ToLookup(one => one.Register, one => one.Operation);
        await StopAsync(_host);

        Assert.Equal(Operations, histories.Sum(history => history.Count()));
        Assert.All(histories, history => Assert.Empty(HistoryChecker.Anomalies([.. history])));
    }

    [Fact]
    public void Checker_finds_a_lost_write_a_stale_read_and_a_double_place()
    {
        Operation[] lost = [new(true, 7, 1, 1, 2), new(true, 8, 3, 3, 4)];
        Operation[] stale = [new(true, 7, 1, 1, 2), new(false, 0, 0, 3, 4)];
        Operation[] twice = [new(true, 7, 1, 1, 4), new(true, 8, 1, 2, 3)];
        Operation[] sound = [new(true, 7, 1, 1, 4), new(false, 7, 1, 2, 3), new(true, 9, 2, 5, 6)];

        Assert.NotEmpty(HistoryChecker.Anomalies(lost));
        Assert.NotEmpty(HistoryChecker.Anomalies(stale));
        Assert.NotEmpty(HistoryChecker.Anomalies(twice));
        Assert.Empty(HistoryChecker.Anomalies(sound));
    }

    private async Task<List<(int Register, Operation Operation)>> CallAsync(int caller, Func<bool> more)
    {
        var random = new Random(caller);
        var seen = new List<(int, Operation)>();
        var value = (long)caller << 32;
        while (more())
        {
            var register = random.Next(Registers);
            var write = random.Next(4) == 0;
            seen.Add((register, await OneAsync($"tenant/{register}", write, ++value)));
        }

        return seen;
    }

    private async Task<Operation> OneAsync(string key, bool write, long value)
    {
        while (true)
        {
            var began = Interlocked.Increment(ref _order);
            try
            {
                var grain = Volatile.Read(ref _host).GetRequiredService<IGrainFactory>().GetGrain<IRegisterGrain>(key);
                if (write)
                    return new Operation(true, value, await grain.Write(value), began, Interlocked.Increment(ref _order));
                var read = await grain.Read();
                return new Operation(false, read.Value, read.Place, began, Interlocked.Increment(ref _order));
            }
            catch (Exception error) when (error is ObjectDisposedException or GrainRuntimeException { Code: GrainErrorCodes.NotRunning })
            {
                // The host is between stop and start; a refused call has done nothing, so it is sent again.
                await Task.Yield();
            }
        }
    }

    private static async Task<ServiceProvider> StartAsync(string folder)
    {
        var host = new ServiceCollection().AddMentorCloudGrainStorage(folder)
            .AddMentorCloudGrainRuntime(options => options.AddGrainsOf<HistoryTests>()).BuildServiceProvider();
        foreach (var hosted in host.GetServices<IHostedService>())
            await hosted.StartAsync(CancellationToken.None);
        return host;
    }

    private static async Task StopAsync(ServiceProvider host)
    {
        foreach (var hosted in host.GetServices<IHostedService>())
            await hosted.StopAsync(CancellationToken.None);
        await host.DisposeAsync();
    }
}
