using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using MentorCloud.GrainRuntime;
using MentorCloud.Identity.Store;
using MentorCloud.Storage.Failures;
using MentorCloud.Testing.Durability;
using Microsoft.EntityFrameworkCore;

namespace MentorCloud.Integration.Tests.Crash;

/// <summary>
/// The process that is killed: the product's grains with <c>grains.db</c>, <c>views.db</c> and <c>accounts.db</c>. It says what it found
/// (<c>found LEDGER NUMBER REMINDERS</c>), lets outboxes empty and compares views with grains, then writes to every ledger
/// at once and says what was acknowledged, until it is killed, kills itself at a crash point, or has done what was asked.
/// </summary>
internal static class CrashWorker
{
    private static readonly Lock Guard = new();
    private static readonly Stream Output = Console.OpenStandardOutput();

    /// <param name="args">Folder, writes for each ledger, and a crash point with the count at which to die, or nothing.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        var writes = int.Parse(args[1], CultureInfo.InvariantCulture);
        await using var installation = new CrashInstallation(args[0]);
        try
        {
            await installation.StartAsync();
            var found = await FindAsync(installation);
            await CheckViewsAsync(installation, whole: writes == 0);
            if (args.Length > 3)
                DieAt(args[2], int.Parse(args[3], CultureInfo.InvariantCulture));
            await Task.WhenAll(found.Select((number, ledger) => Task.Run(() => WriteAsync(installation, ledger, number, writes))));
        }
        catch (Exception error) when (error is GrainRuntimeException or StorageException or AccountsStoreException)
        {
            Say($"refused {error.Message.ReplaceLineEndings(" ")}");
            return 3;
        }

        Say("done");
        return 0;
    }

    private static async Task<long[]> FindAsync(CrashInstallation installation)
    {
        foreach (var problem in (await installation.VerifyAsync()).Problems.Concat(await AccountLedger.DamageAsync(installation)))
            Say($"damaged {problem}");
        var found = new long[CrashLedger.Ledgers];
        for (var ledger = 0; ledger < found.Length; ledger++)
        {
            var (number, reminders) = await LedgerGrains.FindAsync(installation, ledger);
            Say(string.Create(CultureInfo.InvariantCulture, $"found {ledger} {number} {reminders}"));
            found[ledger] = number;
        }

        Say("ready");
        return found;
    }

    private static async Task CheckViewsAsync(CrashInstallation installation, bool whole)
    {
        // What the first start itself committed waits for its reminder; later starts find that one due.
        if (installation.Starts == 0)
            return;
        try
        {
            foreach (var problem in await new ViewCheck(installation).RunAsync(whole))
                Say(problem);
        }
        catch (StorageException)
        {
            // The comparison fills tables beside the views, and a failing disk refuses that too; the next start compares.
            Say("failed views STORAGE");
        }
    }

    /// <summary>A write that failed is sent again under the same command id, as clients do.</summary>
    private static async Task WriteAsync(CrashInstallation installation, int ledger, long number, int writes)
    {
        for (var i = 0; i < writes; i++)
        {
            try
            {
                await LedgerGrains.WriteAsync(installation, ledger, number + 1);
                number++;
                Say(string.Create(CultureInfo.InvariantCulture, $"ack {ledger} {number}"));
            }
            catch (GrainRuntimeException error)
            {
                Say($"failed {ledger} {error.Code}");
            }
            catch (Exception error) when (error is DbException or DbUpdateException or StorageException)
            {
                Say($"failed {ledger} ACCOUNTS");
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

    /// <summary>One write to the pipe a line: what was said before a kill can be read after it.</summary>
    private static void Say(string line)
    {
        lock (Guard)
        {
            Output.Write(Encoding.UTF8.GetBytes(line + "\n"));
            Output.Flush();
        }
    }
}
