using Microsoft.Extensions.Hosting;

namespace MentorCloud.App.Hosting;

/// <summary>
/// Keeps the server answering for a while after it was asked to stop, so that load balancers see <c>/readyz</c> at 503
/// and send their requests elsewhere before connections are refused.
/// </summary>
internal sealed class StopDelay(TimeSpan delay, TimeProvider time) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Called before any service is stopped, the server among them.
    public async Task StoppingAsync(CancellationToken cancellationToken) =>
        await Task.Delay(delay, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
