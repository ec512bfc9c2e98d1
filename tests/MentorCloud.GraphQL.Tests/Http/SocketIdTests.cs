using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using MentorCloud.GraphQL.Http;

namespace MentorCloud.GraphQL.Tests.Http;

/// <summary>Ids of operations on one WebSocket, when an operation takes its time to end.</summary>
public sealed class SocketIdTests
{
    private static readonly Schema Stubborn = new SchemaBuilder("type Query { a: Int } type Subscription { stubborn: Int! }")
        .Resolvers("Query", typeof(NoResolvers))
        .Resolvers("Subscription", typeof(StubbornResolvers))
        .State<Gate>()
        .Build();

    [Fact]
    public async Task Id_used_again_stays_with_the_new_operation_when_the_completed_one_ends_late()
    {
        var gates = new List<Gate>();
        await using var server = await TestServer.StartAsync(schema: Stubborn, http: new GraphQLHttpOptions { CreateContext = c => new(Enter(c.RequestServices, gates)) });
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        await socket.ConnectAsync(new UriBuilder(server.Address) { Scheme = "ws" }.Uri, TestContext.Current.CancellationToken);
        Assert.Equal("connection_ack", await AskAsync(socket, """{"type":"connection_init"}"""));
        Assert.Equal("next", await AskAsync(socket, Subscribe));
        await SendAsync(socket, """{"id":"1","type":"complete"}""");
        Assert.Equal("next", await AskAsync(socket, Subscribe));

        gates[1].Open.SetResult();
        await gates[1].Passed.Task;
        for (var round = 0; round < 20; round++) Assert.Equal("pong", await AskAsync(socket, """{"type":"ping"}"""));

        // Whoever takes an id that is in use is sent away, so the new operation still has it.
        Assert.Equal("4409", await AskAsync(socket, Subscribe));
        gates[2].Open.SetResult();
    }

    private const string Subscribe = """{"id":"1","type":"subscribe","payload":{"query":"subscription { stubborn }"}}""";

    /// <summary>The first gate is of the connection itself, each further one of an operation.</summary>
    private static GraphQLRequestContext Enter(IServiceProvider services, List<Gate> gates)
    {
        gates.Add(new Gate());
        return new GraphQLRequestContext(services) { State = gates[^1] };
    }

    private static Task SendAsync(ClientWebSocket socket, string message) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);

    /// <summary>The type of the answer, or the code with which the server closes.</summary>
    private static async Task<string?> AskAsync(ClientWebSocket socket, string message)
    {
        await SendAsync(socket, message);
        var buffer = new byte[8192];
        var received = await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken);
        return received.MessageType == WebSocketMessageType.Close
            ? $"{(int)received.CloseStatus!}"
            : JsonElement.Parse(buffer.AsSpan(0, received.Count)).GetProperty("type").GetString();
    }

    private sealed class Gate
    {
        public TaskCompletionSource Open { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Passed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private static class NoResolvers
    {
        public static int? A() => null;
    }

    private static class StubbornResolvers
    {
        /// <summary>Does not stop when it is told to, but when its gate opens.</summary>
        public static async IAsyncEnumerable<int> Stubborn(Gate gate, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            yield return cancellationToken.IsCancellationRequested ? 0 : 1;
            await gate.Open.Task;
            gate.Passed.SetResult();
        }
    }
}
