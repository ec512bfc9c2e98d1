using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using MentorCloud.Integration.Tests.Http;
using MentorCloud.Integration.Tests.Processes;
using MentorCloud.Integration.Tests.Tenants;

namespace MentorCloud.Integration.Tests.Subscriptions;

/// <summary>Subscriptions of a suspended tenant, and what a stop of the server tells those who listen.</summary>
public sealed class StopTests
{
    private const string Changed = "subscription($pairing: ID!) { pairingChanged(pairing: $pairing) { id } }";

    [Fact]
    public async Task Suspended_tenant_still_listens_and_a_stop_tells_both_transports_to_come_back()
    {
        using var folder = new DataFolder();
        var demo = new DemoTenant((await folder.RunAsync("demo", "--json")).Json());
        Assert.Equal(0, (await folder.RunAsync("tenant", "suspend", demo.Slug, "--reason", "subscription ended")).ExitCode);
        await using var server = await HostServer.StartAsync(folder);
        using var client = await demo.ClientAsync(server.Address);
        var pairing = await LiveTests.PairingAsync(client);
        var token = await GraphQLClient.TokenAsync(
            server.Address, demo.Login.GetProperty("clientId").GetString()!, demo.Login.GetProperty("clientSecret").GetString()!);

        using var events = await client.SubscribeAsync(Changed, new { pairing });
        using var socket = await ConnectAsync(server.Address, token);
        await SendAsync(socket, new { id = "1", type = "subscribe", payload = new { query = Changed, variables = new { pairing } } });
        Assert.Equal(pairing, (await events.DataAsync()).GetProperty("pairingChanged").GetProperty("id").GetString());
        var next = await ReceiveAsync(socket);
        Assert.Equal("next", next!.Value.GetProperty("type").GetString());
        Assert.Equal(pairing, next.Value.GetProperty("payload").GetProperty("data").GetProperty("pairingChanged").GetProperty("id").GetString());

        await server.AskToStopAsync();

        // No complete event: more would have come, so the client connects again; 1012 says the same.
        Assert.Null(await events.LineAsync());
        Assert.Null(await ReceiveAsync(socket));
        Assert.Equal(1012, (int?)socket.CloseStatus);
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        Assert.Equal(0, await server.EndAsync());
    }

    private static async Task<ClientWebSocket> ConnectAsync(Uri server, string token)
    {
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        socket.Options.SetRequestHeader("Authorization", $"Bearer {token}");
        await socket.ConnectAsync(new UriBuilder(server) { Scheme = "ws", Path = "/graphql" }.Uri, CancellationToken.None);
        await SendAsync(socket, new { type = "connection_init" });
        Assert.Equal("connection_ack", (await ReceiveAsync(socket))!.Value.GetProperty("type").GetString());
        return socket;
    }

    private static Task SendAsync(ClientWebSocket socket, object message) =>
        socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, true, CancellationToken.None);

    private static async Task<JsonElement?> ReceiveAsync(ClientWebSocket socket)
    {
        using var bound = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        var buffer = new byte[16 * 1024];
        var got = await socket.ReceiveAsync(buffer, bound.Token);
        if (got.MessageType == WebSocketMessageType.Close)
        {
            return null;
        }

        using var document = JsonDocument.Parse(Encoding.UTF8.GetString(buffer, 0, got.Count));
        return document.RootElement.Clone();
    }
}
