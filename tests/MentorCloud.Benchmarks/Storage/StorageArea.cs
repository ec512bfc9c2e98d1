using System.Diagnostics;
using System.Text;
using MentorCloud.Benchmarks.Grains;
using MentorCloud.GrainStorage;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.Benchmarks.Storage;

/// <summary>Durable writes acknowledged after commit, beside raw SQLite on the same table, keys and row sizes.</summary>
internal static class StorageArea
{
    private const int Keys = 2_000;
    private const int Rounds = 4;
    private const int Group = 64;
    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(1.5);

    public static async Task<int> RunAsync(string[] args)
    {
        var folder = Directory.CreateTempSubdirectory("mentorcloud-bench-").FullName;
        try
        {
            await using var host = await BenchHost.StartAsync(Path.Combine(folder, "store"));
            var grains = Enumerable.Range(0, Keys).Select(i => host.Grains.GetGrain<IStoredGrain>(Key(i))).ToArray();
            using var raw = new RawTable(Path.Combine(folder, "raw.db"));
            await Task.WhenAll(grains.Select(grain => grain.Write()));
            foreach (var keys in RawKeys().Chunk(Group))
                raw.Write(keys, RawPayload());
            var store = host.Services.GetRequiredService<IGrainStoreMaintenance>();
            var single = await CompareAsync(raw, store, grains, 1);
            var grouped = await CompareAsync(raw, store, grains, Group);
            await Report.WriteAsync("storage", Lines(single, grouped), args);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static List<Measurement> Lines(Outcome single, Outcome grouped) =>
    [
        new("durable 1 KB grain writes, one caller", single.Rate, "/s", single.Raw, "raw single commits", "70 % of raw", single.Rate >= 0.7 * single.Raw),
        new("durable 1 KB grain writes, 64 callers", grouped.Rate, "/s", grouped.Raw, "raw groups of 64", "60 % of raw", grouped.Rate >= 0.6 * grouped.Raw),
        new("p99 of a write, one caller", single.P99, "ms", null, null, "under 10 ms", single.P99 < 10),
        new("mean group of 64 callers", grouped.MeanGroup, "writes/commit", null, null, "(no limit set)", true),
        new("p99 of a write, 64 callers", grouped.P99, "ms", null, null, "under 10 ms", grouped.P99 < 10),
    ];

    private static async Task<Outcome> CompareAsync(RawTable raw, IGrainStoreMaintenance store, IStoredGrain[] grains, int callers)
    {
        var before = await store.StatisticsAsync(CancellationToken.None);
        var (rates, raws, waits) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            raws.Add(RawRate(raw, callers));
            rates.Add(await GrainRateAsync(grains, callers, waits));
        }

        waits.Sort();
        var after = await store.StatisticsAsync(CancellationToken.None);
        var group = (after.Writes - before.Writes) / (double)(after.Commits - before.Commits);
        return new Outcome(Median(rates), Median(raws), group, waits[(int)(waits.Count * 0.99)]);
    }

    /// <summary>Writes the keys that as many callers write at once: each walks on from a place of its own.</summary>
    private static double RawRate(RawTable raw, int group)
    {
        var keys = RawKeys();
        var together = new byte[group][];
        var payload = RawPayload();
        var watch = Stopwatch.StartNew();
        long written = 0;
        var at = 0;
        while (watch.Elapsed < Slice)
        {
            for (var caller = 0; caller < group; caller++)
                together[caller] = keys[((caller * (Keys / group)) + at) % Keys];
            raw.Write(together, payload);
            at++;
            written += group;
        }

        return written / watch.Elapsed.TotalSeconds;
    }

    private static byte[][] RawKeys() => [.. Enumerable.Range(0, Keys).Select(i => Encoding.UTF8.GetBytes(Key(i)))];

    private static byte[] RawPayload()
    {
        var payload = new byte[1_005];
        Random.Shared.NextBytes(payload);
        return payload;
    }

    private static async Task<double> GrainRateAsync(IStoredGrain[] grains, int callers, List<double> waits)
    {
        var watch = Stopwatch.StartNew();
        var each = await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            var mine = new List<double>();
            var at = caller * (Keys / callers);
            while (watch.Elapsed < Slice)
            {
                var start = watch.Elapsed;
                await grains[at++ % Keys].Write();
                mine.Add((watch.Elapsed - start).TotalMilliseconds);
            }

            return mine;
        })));
        var seconds = watch.Elapsed.TotalSeconds;
        foreach (var mine in each)
            waits.AddRange(mine);
        return each.Sum(mine => mine.Count) / seconds;
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }

    private static string Key(int i) => $"0190f3a2b4c57d80a1b2c3d4e5f60718/0190f3a2b4c57d80a1b2c3d4{i:x8}";

    private sealed record Outcome(double Rate, double Raw, double MeanGroup, double P99);
}
