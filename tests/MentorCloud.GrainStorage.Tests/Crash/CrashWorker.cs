using System.Diagnostics;
using System.Globalization;
using MentorCloud.GrainRuntime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MentorCloud.GrainStorage.Tests.Crash;

/// <summary>
/// The process that is killed. It says what it found (<c>found KEY NUMBER</c>), then appends to every ledger at once
/// and says what was acknowledged (<c>ack KEY NUMBER</c>) until it is killed, kills itself at a crash point, or has
/// done as much as it was asked.
/// </summary>
internal static class CrashWorker
{
    private static readonly Lock Guard = new();
    private static readonly Stream Output = Console.OpenStandardOutput();

    /// <param name="args">Folder, appends per ledger, and a crash point with the count at which to die, or nothing.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        var appends = int.Parse(args[1], CultureInfo.InvariantCulture);
        await using var services = Build(args[0]);
        try
        {
            foreach (var hosted in services.GetServices<IHostedService>())
                await hosted.StartAsync(CancellationToken.None);
        }
        catch (GrainRuntimeException refused)
        {
            Say($"refused {refused.Code}");
            return 3;
        }

        var grains = services.GetRequiredService<IGrainFactory>();
        await ReportFoundAsync(args[0], grains);
        if (args.Length > 3)
            DieAt(args[2], int.Parse(args[3], CultureInfo.InvariantCulture));
        await Task.WhenAll(Enumerable.Range(0, CrashLedger.Ledgers).Select(ledger => Task.Run(() => AppendAsync(grains, ledger, appends))));
        Say("done");
        foreach (var hosted in services.GetServices<IHostedService>())
            await hosted.StopAsync(CancellationToken.None);
        return 0;
    }

    private static ServiceProvider Build(string folder) => new ServiceCollection()
        .AddMentorCloudGrainStorage(folder)
        .AddMentorCloudGrainRuntime(options => options.AddGrainsOf<LedgerGrain>().ResponseTimeout = TimeSpan.FromMinutes(10))
        .BuildServiceProvider();

    private static async Task ReportFoundAsync(string folder, IGrainFactory grains)
    {
        foreach (var problem in GrainBackup.Verify(Path.Combine(folder, GrainStoreFile.Name), CancellationToken.None).Problems)
            Say($"damaged {problem}");
        for (var ledger = 0; ledger < CrashLedger.Ledgers; ledger++)
        {
            var grain = grains.GetGrain<ILedgerGrain>(Key(ledger));
            var (number, reminders) = (await grain.Read(), await grain.Reminders());
            Say(string.Create(CultureInfo.InvariantCulture, $"found {ledger} {number} {reminders}"));
        }

        Say("ready");
    }

    private static async Task AppendAsync(IGrainFactory grains, int ledger, int appends)
    {
        var grain = grains.GetGrain<ILedgerGrain>(Key(ledger));
        for (var i = 0; i < appends; i++)
        {
            try
            {
                var number = await grain.Append();
                Say(string.Create(CultureInfo.InvariantCulture, $"ack {ledger} {number}"));
            }
            catch (GrainRuntimeException error)
            {
                Say($"failed {ledger} {error.Code}");
            }
        }
    }

    private static void DieAt(string point, int count)
    {
        var left = count;
        CrashPoint.Hook = reached =>
        {
            if (reached == point && Interlocked.Decrement(ref left) == 0)
                Process.GetCurrentProcess().Kill();
        };
    }

    private static string Key(int ledger) => string.Create(CultureInfo.InvariantCulture, $"tenant/{ledger:D3}");

    /// <summary>One write to the pipe a line: what was said before a kill can be read after it.</summary>
    private static void Say(string line)
    {
        lock (Guard)
        {
            Output.Write(System.Text.Encoding.UTF8.GetBytes(line + "\n"));
            Output.Flush();
        }
    }
}
