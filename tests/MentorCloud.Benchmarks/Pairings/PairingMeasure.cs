using System.Diagnostics;
using System.Text.Json;
using MentorCloud.Contracts.Grains;
using MentorCloud.GrainRuntime;

namespace MentorCloud.Benchmarks.Pairings;

/// <summary>Measures a filled folder in a process of its own, whose memory holds nothing of the filling.</summary>
internal static class PairingMeasure
{
    private const int Due = 5_000;
    private const int FirstDue = 20_000;
    private const int AtOnce = 1_000;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(8);

    /// <summary>For some seconds after so many activations the runtime compiles them better, in the background; that is no cost of waiting.</summary>
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(12);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    /// <summary>Prints the figures as one line of JSON.</summary>
    public static async Task<int> RunAsync(string folder, int active)
    {
        var process = Process.GetCurrentProcess();
        var watch = Stopwatch.StartNew();
        await using var host = await PairingHost.StartAsync(folder);
        await AskAsync(host, 0);
        var untilFirst = watch.Elapsed;
        for (var number = 1; number < active; number++)
            await AskAsync(host, number);
        process.Refresh();
        var workingSet = process.WorkingSet64;
        var inMemory = host.Get<IGrainRuntimeStatistics>().RemindersInMemory;

        await Task.Delay(Settle, TimeProvider.System);
        var idle = await CpuOfAsync(process, () => Task.Delay(Idle, TimeProvider.System));
        var ticks = await CpuOfAsync(process, () => TickAsync(host));
        Console.WriteLine(JsonSerializer.Serialize(new PairingFigures(
            untilFirst.TotalMilliseconds, workingSet, inMemory, idle.TotalMilliseconds / Idle.TotalSeconds, ticks.TotalMicroseconds / Due)));
        return 0;
    }

    private static async Task AskAsync(PairingHost host, int number)
    {
        var projection = await host.Grains.GetGrain<IPairingGrain>(PairingFolder.Key(number)).Project(PairingFolder.System);
        if (projection.Rows.IsEmpty)
            throw new InvalidOperationException($"Pairing {number} has no row.");
    }

    private static async Task<TimeSpan> CpuOfAsync(Process process, Func<Task> work)
    {
        process.Refresh();
        var before = process.TotalProcessorTime;
        await work();
        process.Refresh();
        return process.TotalProcessorTime - before;
    }

    /// <summary>Has reminders fall due at once, through the grains as usual, and waits until each has rung.</summary>
    private static async Task TickAsync(PairingHost host)
    {
        var ticks = 0;
        using var listener = new System.Diagnostics.Metrics.MeterListener
        {
            InstrumentPublished = static (instrument, listening) =>
            {
                if (instrument is { Meter.Name: "MentorCloud.GrainRuntime", Name: "mentorcloud.grains.reminder_ticks" })
                    listening.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((_, count, _, _) => Interlocked.Add(ref ticks, (int)count));
        listener.Start();
        foreach (var some in Enumerable.Range(FirstDue, Due).Chunk(AtOnce))
            await Task.WhenAll(some.Select(number => RingAsync(host, number)));
        while (Volatile.Read(ref ticks) < Due)
            await Task.Delay(Look, TimeProvider.System);
    }

    private static Task<IGrainReminder> RingAsync(PairingHost host, int number)
    {
        var pairing = host.Grains.GetGrain<IPairingGrain>(PairingFolder.Key(number)).GetGrainId();
        return host.Get<IReminderRegistry>().RegisterOrUpdateReminder(pairing, "next", TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }
}
