using System.Buffers.Text;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;

namespace MentorCloud.Benchmarks.GraphQL;

/// <summary>One open subscription: takes the time that each event needed to get here.</summary>
internal abstract class Listener : IAsyncDisposable
{
    private readonly byte[] _buffer = new byte[4096];
    private int _filled;

    /// <summary>Nanoseconds from publishing to here, one entry an event.</summary>
    public List<long> Delays { get; } = [];

    public static async Task<Listener> OpenAsync(string transport, HttpClient http, int port, int topic)
    {
        var body = $$$"""{"query":"subscription { live(topic: {{{topic}}}) { topic number sentAt text } }"}""";
        return transport == "ws" ? await SocketListener.OpenAsync(port, body) : await StreamListener.OpenAsync(http, port, body);
    }

    /// <summary>Reads until the other side ends or the token is cancelled.</summary>
    public async Task ListenAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await ReadAsync(_buffer.AsMemory(_filled), cancellationToken) is > 0 and var read) Take(read);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or WebSocketException)
        {
            // The measurement is over.
        }
    }

    public abstract ValueTask DisposeAsync();

    protected abstract ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken);

    private void Take(int read)
    {
        var now = Stopwatch.GetTimestamp();
        _filled += read;
        var rest = _buffer.AsSpan(0, _filled);
        while (rest.IndexOf("\"sentAt\":\""u8) is >= 0 and var at)
        {
            var value = rest[(at + 10)..];
            var end = value.IndexOf((byte)'"');
            if (end < 0) break;
            if (Utf8Parser.TryParse(value[..end], out long sent, out _)) Delays.Add((now - sent) * (1_000_000_000 / Stopwatch.Frequency));
            rest = value[(end + 1)..];
        }

        rest.CopyTo(_buffer);
        _filled = rest.Length;
        // What is left of the last event holds no time; a full buffer of it would leave no room to read.
        if (_filled > _buffer.Length / 2) _filled = 0;
    }

    private sealed class StreamListener(HttpResponseMessage response, Stream stream) : Listener
    {
        public static async Task<Listener> OpenAsync(HttpClient http, int port, string body)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"http://127.0.0.1:{port}/graphql") { Content = new StringContent(body, new MediaTypeHeaderValue("application/json")) };
            request.Headers.Accept.ParseAdd("text/event-stream");
            var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            return new StreamListener(response.EnsureSuccessStatusCode(), await response.Content.ReadAsStreamAsync());
        }

        public override ValueTask DisposeAsync()
        {
            response.Dispose();
            return ValueTask.CompletedTask;
        }

        protected override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken) => stream.ReadAsync(buffer, cancellationToken);
    }

    private sealed class SocketListener(ClientWebSocket socket) : Listener
    {
        public static async Task<Listener> OpenAsync(int port, string body)
        {
            var socket = new ClientWebSocket();
            socket.Options.AddSubProtocol("graphql-transport-ws");
            await socket.ConnectAsync(new Uri($"ws://127.0.0.1:{port}/graphql"), CancellationToken.None);
            await SendAsync(socket, """{"type":"connection_init"}""");
            await socket.ReceiveAsync(new byte[256].AsMemory(), CancellationToken.None);
            await SendAsync(socket, $$"""{"id":"1","type":"subscribe","payload":{{body}}}""");
            return new SocketListener(socket);
        }

        public override ValueTask DisposeAsync()
        {
            socket.Dispose();
            return ValueTask.CompletedTask;
        }

        protected override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken) =>
            (await socket.ReceiveAsync(buffer, cancellationToken)).Count;

        private static ValueTask SendAsync(ClientWebSocket socket, string text) =>
            socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, WebSocketMessageFlags.EndOfMessage, CancellationToken.None);
    }
}
