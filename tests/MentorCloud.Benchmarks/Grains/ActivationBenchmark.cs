using System.Diagnostics;

namespace MentorCloud.Benchmarks.Grains;

/// <summary>Waking grains, and what a sleeping memory costs.</summary>
internal static class ActivationBenchmark
{
    private const int Grains = 100_000;
    private const int Stored = 50_000;

    public static async Task<IEnumerable<Measurement>> RunAsync()
    {
        var (plainRate, plainBytes) = await WakeAsync();
        var (storedRate, storedBytes) = await WakeStoredAsync();
        return
        [
            new("activations without state", plainRate, "/s", null, null, "100,000/s", plainRate >= 100_000),
            new("activations with a state read from SQLite", storedRate, "/s", null, null, "30,000/s", storedRate >= 30_000),
            new("idle activation without state, key included", plainBytes, "B", null, null, "(no limit set)", true),
            new("idle activation with 1 KB state, beside the state", storedBytes, "B", null, null, "under 1,000 B", storedBytes < 1_000),
        ];
    }

    private static async Task<(double Rate, double Bytes)> WakeAsync()
    {
        await using var host = await BenchHost.StartAsync();
        var actor = new Actor("tenant", "admin");
        await host.Grains.GetGrain<IBenchGrain>("warm").Add(actor, 1);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < Grains; i++)
            await host.Grains.GetGrain<IBenchGrain>(Key(i)).Add(actor, 1);
        var rate = Grains / watch.Elapsed.TotalSeconds;
        var bytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)Grains;
        GC.KeepAlive(host);
        return (rate, bytes);
    }

    private static async Task<(double Rate, double Bytes)> WakeStoredAsync()
    {
        var folder = Directory.CreateTempSubdirectory("mentorcloud-bench-").FullName;
        try
        {
            await using (var writing = await BenchHost.StartAsync(folder))
            {
                foreach (var chunk in Enumerable.Range(0, Stored).Chunk(500))
                    await Task.WhenAll(chunk.Select(i => writing.Grains.GetGrain<IStoredGrain>(Key(i)).Write()));
            }

            var state = StateBytes();
            await using var host = await BenchHost.StartAsync(folder);
            await host.Grains.GetGrain<IStoredGrain>(Key(0)).Read();
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var watch = Stopwatch.StartNew();
            for (var i = 1; i < Stored; i++)
                await host.Grains.GetGrain<IStoredGrain>(Key(i)).Read();
            var rate = (Stored - 1) / watch.Elapsed.TotalSeconds;
            var bytes = ((GC.GetTotalMemory(forceFullCollection: true) - before) / (double)(Stored - 1)) - state;
            GC.KeepAlive(host);
            return (rate, bytes);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>What the states alone take.</summary>
    private static double StateBytes()
    {
        const int Count = 10_000;
        var states = new StoredState[Count];
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < Count; i++)
            states[i] = new StoredState { Text = new string('s', 980) };
        var bytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)Count;
        GC.KeepAlive(states);
        return bytes;
    }

    private static string Key(int i) => $"0190f3a2b4c57d80a1b2c3d4e5f60718/0190f3a2b4c57d80a1b2c3d4{i:x8}";
}
