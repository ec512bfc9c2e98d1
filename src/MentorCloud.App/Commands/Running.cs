using System.Runtime.InteropServices;
using MentorCloud.App.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MentorCloud.App.Commands;

/// <summary>Runs a command's work and turns failures into one line and an exit code.</summary>
internal static class Running
{
    public static async Task<int> GuardAsync(IEdition edition, Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped.");
            return ExitCodes.Interrupted;
        }
        catch (Exception exception)
        {
            var failure = StartFailures.Explain(exception, edition);
            if (failure.ExitCode == ExitCodes.Failed)
            {
                // Nobody foresaw it: whoever reports it needs all of it.
                await Console.Error.WriteLineAsync(exception.ToString());
            }

            await Console.Error.WriteLineAsync($"mentorcloud: {failure.Line}");
            return failure.ExitCode;
        }
    }

    /// <summary>Does work that needs no host; the first Ctrl-C or SIGTERM cancels it, and it is not waited for.</summary>
    // Also out of a read that cannot be cancelled, such as one from a pipe to which nobody writes.
    public static Task<int> StoppableAsync(Func<CancellationToken, Task<int>> work) =>
        CancellableAsync(stop => Task.Run(() => work(stop), stop).WaitAsync(stop));

    /// <summary>Does work that Ctrl-C or SIGTERM cancels, and that is given the time to tidy up.</summary>
    public static async Task<int> CancellableAsync(Func<CancellationToken, Task<int>> work)
    {
        using var stop = new CancellationTokenSource();
        void Cancel(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }

        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);
        return await work(stop.Token);
    }

    /// <summary>Starts a host without a server, does the work, and stops it again whatever came of it. Ctrl-C and SIGTERM cancel the work.</summary>
    public static async Task<int> InHostAsync(IHost host, Func<IServiceProvider, CancellationToken, Task<int>> work, CancellationToken cancellationToken)
    {
        using (host)
        {
            await host.StartAsync(cancellationToken);
            var life = host.Services.GetRequiredService<IHostApplicationLifetime>();
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, life.ApplicationStopping);
            try
            {
                return await work(host.Services, stop.Token);
            }
            finally
            {
                await host.StopAsync(CancellationToken.None);
            }
        }
    }
}
