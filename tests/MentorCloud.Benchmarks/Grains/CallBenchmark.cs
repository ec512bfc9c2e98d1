using System.Collections.Concurrent;

namespace MentorCloud.Benchmarks.Grains;

/// <summary>Calls per second with filter, actor, deadline and metrics on, beside a bare semaphore per key doing the same addition.</summary>
internal static class CallBenchmark
{
    private static readonly Actor Admin = new("tenant", "admin");

    public static async Task<IEnumerable<Measurement>> RunAsync()
    {
        await using var host = await BenchHost.StartAsync();
        var grains = Enumerable.Range(0, 1_000).Select(i => host.Grains.GetGrain<IBenchGrain>($"tenant/{i:D4}")).ToArray();
        var locks = new SemaphoreCounters(1_000);
        var one = await Rates.CompareAsync(1, (caller, stop) => Rates.CallAsync(at => grains[at % 1].Add(Admin, 1), caller, stop), (caller, stop) => locks.CallAsync(1, caller, stop));
        var many = await Rates.CompareAsync(64, (caller, stop) => Rates.CallAsync(at => grains[at % 1_000].Add(Admin, 1), caller, stop), (caller, stop) => locks.CallAsync(1_000, caller, stop));
        var hot = await Rates.CompareAsync(64, (caller, stop) => Rates.CallAsync(at => grains[at % 1].Add(Admin, 1), caller, stop), (caller, stop) => locks.CallAsync(1, caller, stop));
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

        /// <summary>As <see cref="Rates.CallAsync"/>, with nothing allocated for the answer.</summary>
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
