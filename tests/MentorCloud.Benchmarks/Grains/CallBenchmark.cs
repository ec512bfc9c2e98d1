using System.Collections.Concurrent;
using System.Diagnostics;

namespace MentorCloud.Benchmarks.Grains;

/// <summary>Calls per second with filter, actor, deadline and metrics on, beside a bare semaphore per key doing the same addition.</summary>
internal static class CallBenchmark
{
    private static readonly Actor Admin = new("tenant", "admin");
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(700);
    private const int Rounds = 4;

    public static async Task<IEnumerable<Measurement>> RunAsync()
    {
        await using var host = await BenchHost.StartAsync();
        var grains = Enumerable.Range(0, 1_000).Select(i => host.Grains.GetGrain<IBenchGrain>($"tenant/{i:D4}")).ToArray();
        var locks = new SemaphoreCounters(1_000);
        var one = await CompareAsync(1, (caller, stop) => CallAsync(grains, 1, caller, stop), (caller, stop) => locks.CallAsync(1, caller, stop));
        var many = await CompareAsync(64, (caller, stop) => CallAsync(grains, 1_000, caller, stop), (caller, stop) => locks.CallAsync(1_000, caller, stop));
        var hot = await CompareAsync(64, (caller, stop) => CallAsync(grains, 1, caller, stop), (caller, stop) => locks.CallAsync(1, caller, stop));
        var allocated = await AllocatedPerCallAsync(grains[0]);
        return
        [
            Line("calls, one caller", one, 1_500_000),
            Line("calls, 64 callers over 1,000 grains", many, 3_000_000),
            Line("calls, 64 callers on one grain", hot, 1_000_000),
            new("allocated on the call path beside the result's task", allocated, "B/call", null, null, "0", allocated < 1),
        ];
    }

    private static Measurement Line(string name, (double Grains, double Locks) seen, double target) =>
        new(name, seen.Grains, "/s", seen.Locks, "SemaphoreSlim per key", $"{target:#,0}/s", seen.Grains >= target);

    /// <summary>Runs subject and baseline in turns, so that both see the same machine; the best slice of each counts.</summary>
    private static async Task<(double Subject, double Baseline)> CompareAsync(
        int callers, Func<int, Func<bool>, Task<long>> subject, Func<int, Func<bool>, Task<long>> baseline)
    {
        await RateAsync(callers, subject);
        double best = 0, bestBaseline = 0;
        for (var round = 0; round < Rounds; round++)
        {
            bestBaseline = Math.Max(bestBaseline, await RateAsync(callers, baseline));
            best = Math.Max(best, await RateAsync(callers, subject));
        }

        return (best, bestBaseline);
    }

    private static async Task<double> RateAsync(int callers, Func<int, Func<bool>, Task<long>> call)
    {
        var watch = Stopwatch.StartNew();
        bool Stop() => watch.Elapsed >= Slice;
        var counts = await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(() => call(caller, Stop))));
        return counts.Sum() / watch.Elapsed.TotalSeconds;
    }

    private static async Task<long> CallAsync(IBenchGrain[] grains, int spread, int caller, Func<bool> stop)
    {
        long calls = 0;
        var at = caller * 37;
        while (!stop())
        {
            for (var i = 0; i < 200; i++)
                await grains[at++ % spread].Add(Admin, 1);
            calls += 200;
            await Task.Yield();
        }

        return calls;
    }

    private static async Task<double> AllocatedPerCallAsync(IBenchGrain grain)
    {
        const int Calls = 100_000;
        for (var i = 0; i < Calls; i++)
            await grain.Add(Admin, 1);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Calls; i++)
            _ = grain.Add(Admin, 1);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Calls;
    }

    /// <summary>The baseline: mutual exclusion by key and nothing else.</summary>
    private sealed class SemaphoreCounters(int keys)
    {
        private readonly ConcurrentDictionary<string, SemaphoreSlim> _locks = new(
            Enumerable.Range(0, keys).Select(i => KeyValuePair.Create($"tenant/{i:D4}", new SemaphoreSlim(1))));

        private readonly string[] _keys = [.. Enumerable.Range(0, keys).Select(i => $"tenant/{i:D4}")];
        private readonly int[] _values = new int[keys];

        public async Task<long> CallAsync(int spread, int caller, Func<bool> stop)
        {
            long calls = 0;
            var at = caller * 37;
            while (!stop())
            {
                for (var i = 0; i < 200; i++)
                    await AddAsync(at++ % spread);
                calls += 200;
                await Task.Yield();
            }

            return calls;
        }

        private async ValueTask<int> AddAsync(int key)
        {
            var gate = _locks[_keys[key]];
            await gate.WaitAsync();
            try
            {
                return ++_values[key];
            }
            finally
            {
                gate.Release();
            }
        }
    }
}
