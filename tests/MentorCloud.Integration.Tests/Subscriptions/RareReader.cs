using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace MentorCloud.Integration.Tests.Subscriptions;

/// <summary>A subscriber over one connection of its own with little room, who reads when the test says so and otherwise never.</summary>
internal sealed class RareReader : IDisposable
{
    private const int LittleRoom = 4096;
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(10);
    private readonly SocketsHttpHandler handler;
    private readonly HttpClient http;
    private readonly byte[] buffer = new byte[64 * 1024];
    private Socket connection = null!;
    private ClientWebSocket? socket;
    private Stream? events;

    private RareReader(Uri server, string token)
    {
        handler = new SocketsHttpHandler { ConnectCallback = ConnectAsync };
        http = new HttpClient(handler) { BaseAddress = server, Timeout = Bound };
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
    }

    /// <summary>Whether the server has cut the connection; reads nothing of it.</summary>
    public bool IsCut => connection.Poll(TimeSpan.Zero, SelectMode.SelectError);

    /// <summary>Subscribes by server-sent events and reads the first one.</summary>
    public static async Task<RareReader> ByEventsAsync(Uri server, string token, string query, object variables)
    {
        var reader = new RareReader(server, token);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/graphql", UriKind.Relative))
        {
            Content = JsonContent.Create(new { query, variables }), Headers = { { "Accept", "text/event-stream" } },
        };
        var answer = await reader.http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        reader.events = await answer.Content.ReadAsStreamAsync();
        await reader.EventAsync();
        return reader;
    }

    /// <summary>Subscribes over a WebSocket and reads the first message.</summary>
    public static async Task<RareReader> BySocketAsync(Uri server, string token, string query, object variables)
    {
        var reader = new RareReader(server, token) { socket = new ClientWebSocket() };
        reader.socket.Options.AddSubProtocol("graphql-transport-ws");
        reader.socket.Options.SetRequestHeader("Authorization", $"Bearer {token}");
        await reader.socket.ConnectAsync(
            new UriBuilder(server) { Scheme = "ws", Path = "/graphql" }.Uri, new HttpMessageInvoker(reader.handler, disposeHandler: false), CancellationToken.None);
        await reader.SendAsync(new { type = "connection_init" });
        await reader.UntilAsync("connection_ack");
        await reader.SendAsync(new { id = "1", type = "subscribe", payload = new { query, variables } });
        await reader.EventAsync();
        return reader;
    }

    /// <summary>Reads on through the next event, whole.</summary>
    public Task EventAsync() => UntilAsync(socket is null ? "\n\n" : "\"type\":\"next\"");

    /// <summary>Reads what is left of a connection that was cut: whether it ends without the transport's farewell.</summary>
    public async Task<bool> EndsWithoutFarewellAsync()
    {
        try
        {
            while (await ReadAsync() is { Count: > 0 })
            {
            }

            return false;
        }
        catch (Exception end) when (end is IOException or WebSocketException)
        {
            return true;
        }
    }

    public void Dispose()
    {
        socket?.Dispose();
        events?.Dispose();
        http.Dispose();
        handler.Dispose();
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        connection = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveBufferSize = LittleRoom };
        await connection.ConnectAsync(new IPEndPoint(IPAddress.Loopback, context.DnsEndPoint.Port), cancellationToken);
        return new NetworkStream(connection, ownsSocket: true);
    }

    private Task SendAsync(object message) =>
        socket!.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, true, CancellationToken.None);

    /// <summary>The next piece, whether a message ends with it, and 0 bytes at an orderly end.</summary>
    private async Task<(int Count, bool Ends)> ReadAsync()
    {
        using var bound = new CancellationTokenSource(Bound);
        if (socket is null)
        {
            return (await events!.ReadAsync(buffer, bound.Token), true);
        }

        var got = await socket.ReceiveAsync(buffer, bound.Token);
        return (got.Count, got.EndOfMessage);
    }

    private async Task UntilAsync(string mark)
    {
        var seen = new StringBuilder();
        var whole = false;
        while (!whole || !seen.ToString().Contains(mark, StringComparison.Ordinal))
        {
            (var count, whole) = await ReadAsync();
            Assert.True(count > 0, $"The connection ended before {mark}: {seen}");
            seen.Append(Encoding.UTF8.GetString(buffer, 0, count));
        }
    }
}
