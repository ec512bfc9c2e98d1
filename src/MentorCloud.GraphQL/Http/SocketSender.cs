using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;

namespace MentorCloud.GraphQL.Http;

/// <summary>Sends whole messages, one at a time. A reader that takes none of one for too long is cut off.</summary>
internal sealed class SocketSender(HttpContext http, WebSocket socket, TimeSpan patience, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim _turn = new(1, 1);

    public async ValueTask SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            // A send that is cut off half-way aborts the socket, so a waiting one is cancelled but a started one is not.
            var sending = socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
            await (sending.IsCompletedSuccessfully ? Task.CompletedTask : sending.AsTask().WaitAsync(patience, clock, CancellationToken.None));
        }
        catch (TimeoutException)
        {
            // No close message could reach whoever does not read.
            http.Abort();
            throw new OperationCanceledException("The client takes no messages.");
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    public async Task CloseAsync(int code, string reason)
    {
        if (socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived)) return;
        using var patience = new CancellationTokenSource(Farewell);
        try
        {
            await _turn.WaitAsync(patience.Token);
            await socket.CloseOutputAsync((WebSocketCloseStatus)code, reason, patience.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            socket.Abort();
        }
    }
}
