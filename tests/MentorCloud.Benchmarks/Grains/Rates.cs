using System.Diagnostics;

namespace MentorCloud.Benchmarks.Grains;

/// <summary>Calls per second of callers that call one after the other, each 200 times before it lets others on; also of the peer.</summary>
internal static class Rates
{
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(700);
    private const int Rounds = 4;

    /// <summary>Warms up, then gives the best of the rounds.</summary>
    public static async Task<double> BestAsync(int callers, Func<int, Func<bool>, Task<long>> call)
    {
        await OnceAsync(callers, call);
        double best = 0;
        for (var round = 0; round < Rounds; round++)
            best = Math.Max(best, await OnceAsync(callers, call));
        return best;
    }

    /// <summary>Runs subject and baseline in turns, so that both see the same machine; the best slice of each counts.</summary>
    public static async Task<(double Subject, double Baseline)> CompareAsync(
        int callers, Func<int, Func<bool>, Task<long>> subject, Func<int, Func<bool>, Task<long>> baseline)
    {
        await OnceAsync(callers, subject);
        double best = 0, bestBaseline = 0;
        for (var round = 0; round < Rounds; round++)
        {
            bestBaseline = Math.Max(bestBaseline, await OnceAsync(callers, baseline));
            best = Math.Max(best, await OnceAsync(callers, subject));
        }

        return (best, bestBaseline);
    }

    /// <summary>One caller, until it is told to stop.</summary>
    public static async Task<long> CallAsync(Func<int, Task> call, int caller, Func<bool> stop)
    {
        long calls = 0;
        var at = caller * 37;
        while (!stop())
        {
            for (var i = 0; i < 200; i++)
                await call(at++);
            calls += 200;
            await Task.Yield();
        }

        return calls;
    }

    private static async Task<double> OnceAsync(int callers, Func<int, Func<bool>, Task<long>> call)
    {
        var watch = Stopwatch.StartNew();
        bool Stop() => watch.Elapsed >= Slice;
        var counts = await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(() => call(caller, Stop))));
        return counts.Sum() / watch.Elapsed.TotalSeconds;
    }
}
