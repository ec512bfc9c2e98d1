using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;

namespace MentorCloud.GraphQL.Http;

/// <summary>Reads whole JSON messages up to a limit.</summary>
internal sealed class SocketReader(WebSocket socket, int limit)
{
    private readonly ArrayBufferWriter<byte> _buffer = new(1024);

    /// <summary>The next message; null when the client closed.</summary>
    /// <exception cref="SocketRefusal">It is no JSON object, or too long.</exception>
    public async ValueTask<JsonDocument?> ReadAsync(CancellationToken cancellationToken)
    {
        _buffer.ResetWrittenCount();
        while (true)
        {
            // A receive that is cancelled aborts the socket, and then no close message could tell the client why.
            var received = await socket.ReceiveAsync(_buffer.GetMemory(1024), CancellationToken.None).AsTask().WaitAsync(cancellationToken);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellationToken);
                return null;
            }

            _buffer.Advance(received.Count);
            if (_buffer.WrittenCount > limit) throw new SocketRefusal(1009, $"Messages may have {limit} bytes");
            if (received.EndOfMessage) return Parse();
        }
    }

    private JsonDocument Parse()
    {
        try
        {
            var document = JsonDocument.Parse(_buffer.WrittenMemory);
            if (document.RootElement.ValueKind == JsonValueKind.Object) return document;
            document.Dispose();
        }
        catch (JsonException)
        {
            // Refused below.
        }

        throw new SocketRefusal(4400, "Invalid message");
    }
}
