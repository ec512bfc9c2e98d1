using System.Globalization;
using MentorCloud.Storage.Facts;
using Npgsql;

namespace MentorCloud.Storage.Sql.PostgreSql;

/// <summary>Hears of facts that other processes publish (LISTEN/NOTIFY), so that waiting for one costs no polling.</summary>
internal sealed class PostgreSqlListener(NpgsqlDataSource source, FeedSignal signal, TimeProvider clock) : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private readonly CancellationTokenSource stopping = new();
    private readonly TaskCompletionSource listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task loop = Task.CompletedTask;

    /// <summary>Begins; completes when nothing published from now on is missed.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        loop = Task.Run(RunAsync, CancellationToken.None);
        return listening.Task.WaitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await loop;
        stopping.Dispose();
    }

    private async Task RunAsync()
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stopping.Token);
            }
            catch (NpgsqlException)
            {
                // The server restarted or the network broke: listen again, and catch up on what was missed.
                await Task.Delay(Pause, clock, stopping.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        connection.Notification += (_, told) => signal.Advance(long.Parse(told.Payload, CultureInfo.InvariantCulture));
        await using (var listen = new NpgsqlCommand("LISTEN mentorcloud_facts", connection))
            await listen.ExecuteNonQueryAsync(cancellationToken);
        await using (var latest = new NpgsqlCommand(
            "SELECT set_config('mentorcloud.tenant', '*', false); SELECT COALESCE(MAX(position), 0) FROM facts", connection))
        {
            await using var reader = await latest.ExecuteReaderAsync(cancellationToken);
            await reader.NextResultAsync(cancellationToken);
            await reader.ReadAsync(cancellationToken);
            signal.Advance(reader.GetInt64(0));
        }

        listening.TrySetResult();
        while (true) await connection.WaitAsync(cancellationToken);
    }
}
