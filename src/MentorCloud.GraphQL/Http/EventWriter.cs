using System.IO.Pipelines;

namespace MentorCloud.GraphQL.Http;

/// <summary>Writes whole messages to a connection, and a sign of life when there was none for a while.</summary>
internal sealed class EventWriter : IAsyncDisposable
{
    /// <summary>After so long without a message a sign of life is sent: proxies cut off what is silent for a minute.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromSeconds(15);

    private readonly PipeWriter _pipe;
    private readonly byte[] _keepAlive;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly ITimer _timer;
    private bool _closed;

    public EventWriter(PipeWriter pipe, byte[] keepAlive, TimeProvider clock)
    {
        _pipe = pipe;
        _keepAlive = keepAlive;
        _timer = clock.CreateTimer(static self => _ = ((EventWriter)self!).StayAliveAsync(), this, Quiet, Quiet);
    }

    /// <summary>Writes and waits until the connection takes it: a slow reader holds up its own stream only.</summary>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await _pipe.WriteAsync(message, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _timer.DisposeAsync().ConfigureAwait(false);
        await _turn.WaitAsync().ConfigureAwait(false);
        _closed = true;
        _turn.Release();
    }

    private async Task StayAliveAsync()
    {
        if (!await _turn.WaitAsync(0).ConfigureAwait(false)) return;
        try
        {
            if (!_closed) await _pipe.WriteAsync(_keepAlive).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or OperationCanceledException)
        {
            _closed = true;
        }
        finally
        {
            _turn.Release();
        }
    }
}
