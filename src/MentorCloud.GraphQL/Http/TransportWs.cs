using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using MentorCloud.GraphQL.Subscriptions;
using Microsoft.AspNetCore.Http;

namespace MentorCloud.GraphQL.Http;

/// <summary>
/// One connection of the protocol <c>graphql-transport-ws</c> (enisdenny/graphql-ws, PROTOCOL.md). Messages of a
/// subscription wait for the socket, and the socket for its reader: a slow client holds up its own source only, and one
/// that reads nothing any more is cut off.
/// </summary>
internal sealed class TransportWs(HttpContext http, GraphQLEngine engine, GraphQLHttpOptions options, WebSocket socket) : IAsyncDisposable
{
    public const string Protocol = "graphql-transport-ws";
    private readonly RunningOperations _running = new();
    private readonly ConcurrentDictionary<Task, bool> _pumps = new();
    private readonly SocketSender _sender = new(http, socket, options.SendTimeout, engine.Options.Clock);
    private GraphQLRequestContext? _context;
    private bool _initialised;

    /// <summary>Serves the connection until the client leaves or the server stops.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        var reader = new SocketReader(socket, engine.Options.Limits.MaxBodyBytes);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stopping, http.RequestAborted);
        patience.CancelAfter(options.ConnectionInitTimeout);
        using var life = CancellationTokenSource.CreateLinkedTokenSource(stopping, http.RequestAborted);
        try
        {
            while (true)
            {
                using var message = await reader.ReadAsync(_context is null ? patience.Token : life.Token);
                if (message is null) break;
                await HandleAsync(message.RootElement, life.Token);
            }
        }
        catch (SocketRefusal refusal)
        {
            await _sender.CloseAsync(refusal.Code, refusal.Message);
        }
        catch (InvalidOperationException)
        {
            // System.Text.Json says this of a string whose escapes are half a character.
            await _sender.CloseAsync(4400, "Invalid message");
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await _sender.CloseAsync(1012, "The server restarts; connect again.");
        }
        catch (OperationCanceledException) when (_context is null && !http.RequestAborted.IsCancellationRequested)
        {
            await _sender.CloseAsync(4408, "Connection initialisation timeout");
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // The client has gone without saying so.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _running.CancelAllAsync();
        // The request's services end with the connection, so nothing may run on.
        await Task.WhenAll(_pumps.Keys);
        _sender.Dispose();
    }

    private async Task HandleAsync(JsonElement message, CancellationToken life)
    {
        switch (Text(message, "type"))
        {
            case "connection_init":
                await InitialiseAsync(life);
                break;
            case "ping":
                await _sender.SendAsync("{\"type\":\"pong\"}"u8.ToArray(), life);
                break;
            case "pong":
                break;
            case "subscribe":
                await SubscribeAsync(message, life);
                break;
            case "complete":
                await _running.CancelAsync(Text(message, "id"));
                break;
            default:
                throw new SocketRefusal(4400, "Unknown message type");
        }
    }

    private async Task InitialiseAsync(CancellationToken life)
    {
        if (_initialised) throw new SocketRefusal(4429, "Too many initialisation requests");
        _initialised = true;
        _context = await CreateContextAsync();
        await _sender.SendAsync("{\"type\":\"connection_ack\"}"u8.ToArray(), life);
    }

    private async Task SubscribeAsync(JsonElement message, CancellationToken life)
    {
        if (_context is null) throw new SocketRefusal(4401, "Unauthorized");
        var id = Text(message, "id");
        if (id.Length == 0 || !message.TryGetProperty("payload", out var payload) || payload.ValueKind != JsonValueKind.Object) throw new SocketRefusal(4400, "Invalid message");
        if (_running.Count >= options.MaxSubscriptions)
        {
            await _sender.SendAsync(SocketMessages.Error(id, TooMany()), life);
            return;
        }

        // Anew for each operation: whoever opened the connection may have logged out since.
        var context = await CreateContextAsync();
        var source = CancellationTokenSource.CreateLinkedTokenSource(life);
        if (!_running.TryAdd(id, source)) throw new SocketRefusal(4409, $"Subscriber for {id} already exists");
        var pump = PumpAsync(id, Prepare(payload, context), context, source);
        _pumps.TryAdd(pump, true);
        _ = pump.ContinueWith(done => _pumps.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private GraphQLResponse TooMany() => GraphQLResponse.Refuse(new GraphQLError(
        $"At most {options.MaxSubscriptions} operations run on one connection. Complete one, or open another connection.", ErrorCodes.SubscriptionLimit));

    private async ValueTask<GraphQLRequestContext> CreateContextAsync()
    {
        try
        {
            return await options.CreateContext(http);
        }
        catch (GraphQLException)
        {
            throw new SocketRefusal(4403, "Forbidden");
        }
    }

    private PreparedRequest Prepare(JsonElement payload, GraphQLRequestContext context)
    {
        var variables = payload.TryGetProperty("variables", out var v) ? v : default;
        if (variables.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.Object)) throw new SocketRefusal(4400, "Invalid message");
        var name = payload.TryGetProperty("operationName", out var n) && n.ValueKind == JsonValueKind.String ? n.GetString() : null;
        return engine.Prepare(Text(payload, "query"), name, variables, HttpRequestBody.HashIn(payload), context);
    }

    /// <summary>Runs one operation to its end; every way out sends what the protocol asks for.</summary>
    private async Task PumpAsync(string id, PreparedRequest prepared, GraphQLRequestContext context, CancellationTokenSource source)
    {
        try
        {
            await foreach (var response in SubscriptionRun.RunAsync(engine, prepared, context, source.Token))
            {
                using (response)
                {
                    await _sender.SendAsync(response.IsRequestError ? SocketMessages.Error(id, response) : SocketMessages.Next(id, response), source.Token);
                    // An error message ends the operation by itself; complete must not follow it.
                    if (response.IsRequestError) return;
                }
            }

            if (_running.TryRemove(id, source)) await _sender.SendAsync(SocketMessages.Complete(id), source.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or ObjectDisposedException)
        {
            // Completed by the client, or the connection has gone.
        }
        finally
        {
            _running.TryRemove(id, source);
            source.Dispose();
        }
    }

    private static string Text(JsonElement message, string name) =>
        message.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : string.Empty;
}
