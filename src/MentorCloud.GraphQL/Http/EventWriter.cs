using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;

namespace MentorCloud.GraphQL.Http;

/// <summary>Writes whole messages to a connection, and a sign of life when there was none for a while.</summary>
internal sealed class EventWriter : IAsyncDisposable
{
    /// <summary>After so long without a message a sign of life is sent: proxies cut off what is silent for a minute.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromSeconds(15);

    private readonly HttpContext _http;
    private readonly PipeWriter _pipe;
    private readonly byte[] _keepAlive;
    private readonly TimeSpan _patience;
    private readonly TimeProvider _clock;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly ITimer _timer;
    private bool _closed;

    public EventWriter(HttpContext http, byte[] keepAlive, TimeSpan patience, TimeProvider clock)
    {
        (_http, _pipe) = (http, http.Response.BodyWriter);
        (_keepAlive, _patience, _clock) = (keepAlive, patience, clock);
        _timer = clock.CreateTimer(static self => _ = ((EventWriter)self!).StayAliveAsync(), this, Quiet, Quiet);
    }

    /// <summary>Writes and waits until the connection takes it: a slow reader holds up its own stream only, and one that reads nothing is cut off.</summary>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await SendAsync(message, cancellationToken).ConfigureAwait(false);
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
            if (!_closed) await SendAsync(_keepAlive, CancellationToken.None).ConfigureAwait(false);
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

    private async ValueTask SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        var writing = _pipe.WriteAsync(message, cancellationToken);
        if (writing.IsCompletedSuccessfully) return;
        try
        {
            await writing.AsTask().WaitAsync(_patience, _clock, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            _http.Abort();
            throw new OperationCanceledException("The client takes no events.");
        }
    }
}
