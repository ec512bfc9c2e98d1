using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using MentorCloud.GraphQL.Http;
using MentorCloud.GraphQL.Tests.Sample;

namespace MentorCloud.GraphQL.Tests.Http;

public sealed class SocketLimitTests
{
    [Fact]
    public async Task Operation_beyond_the_limit_of_a_connection_is_refused_and_the_others_go_on()
    {
        await using var server = await TestServer.StartAsync(http: new GraphQLHttpOptions
        {
            CreateContext = c => new(new GraphQLRequestContext(c.RequestServices) { State = new Caller("Ada") }),
            MaxSubscriptions = 1,
        });
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        await socket.ConnectAsync(new UriBuilder(server.Address) { Scheme = "ws" }.Uri, TestContext.Current.CancellationToken);

        Assert.Equal("connection_ack", (await AskAsync(socket, """{"type":"connection_init"}""")).GetProperty("type").GetString());
        Assert.Equal("next", (await AskAsync(socket, Subscribe("1"))).GetProperty("type").GetString());
        var refused = await AskAsync(socket, Subscribe("2"));

        Assert.Equal(("2", "error"), (refused.GetProperty("id").GetString(), refused.GetProperty("type").GetString()));
        Assert.Equal(ErrorCodes.SubscriptionLimit, refused.GetProperty("payload")[0].GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal("pong", (await AskAsync(socket, """{"type":"ping"}""")).GetProperty("type").GetString());
    }

    private static string Subscribe(string id) => $$$"""{"id":"{{{id}}}","type":"subscribe","payload":{"query":"subscription { forever }"}}""";

    private static async Task<JsonElement> AskAsync(ClientWebSocket socket, string message)
    {
        await socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);
        var buffer = new byte[8192];
        var received = await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken);
        return JsonElement.Parse(buffer.AsSpan(0, received.Count));
    }
}
