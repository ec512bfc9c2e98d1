using System.IO.Pipelines;
using MentorCloud.GraphQL.Language;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MentorCloud.GraphQL.Http;

/// <summary>One HTTP request: negotiates, reads, runs, answers.</summary>
internal sealed class GraphQLHandler(GraphQLEngine engine, GraphQLHttpOptions options)
{
    private const int LargeResponse = 64 * 1024;
    private readonly int _maxBody = engine.Options.Limits.MaxBodyBytes;

    public Task HandleAsync(HttpContext http)
    {
        var method = http.Request.Method;
        if (HttpMethods.IsPost(method)) return PostAsync(http);
        if (HttpMethods.IsGet(method)) return GetAsync(http);
        http.Response.Headers.Allow = "GET, POST";
        return RefuseAsync(http, ResponseFormat.Json, StatusCodes.Status405MethodNotAllowed, "Send GET or POST.", ErrorCodes.BadRequest);
    }

    private Task GetAsync(HttpContext http)
    {
        var request = http.Request;
        if (http.WebSockets.IsWebSocketRequest) return SocketAsync(http);
        if (options.Explorer is { } explorer && !request.Query.ContainsKey("query") && !request.Query.ContainsKey("extensions")
            && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
        {
            return explorer(http);
        }

        var format = MediaTypes.Negotiate(request.Headers.Accept);
        if (format == ResponseFormat.NotAcceptable) return NotAcceptableAsync(http);
        if (options.PreflightHeader is { } header && !request.Headers.ContainsKey(header))
        {
            return RefuseAsync(http, format, StatusCodes.Status400BadRequest, $"Send the header {header} with GET requests.", ErrorCodes.CsrfRefused);
        }

        return ReadAndRunAsync(http, format, null);
    }

    private async Task SocketAsync(HttpContext http)
    {
        if (!http.WebSockets.WebSocketRequestedProtocols.Contains(TransportWs.Protocol))
        {
            await RefuseAsync(http, ResponseFormat.Json, StatusCodes.Status400BadRequest, $"Ask for the subprotocol {TransportWs.Protocol}.", ErrorCodes.BadRequest);
            return;
        }

        var stopping = http.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var socket = await http.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
        {
            SubProtocol = TransportWs.Protocol,
            KeepAliveInterval = EventWriter.Quiet,
            KeepAliveTimeout = EventWriter.Quiet,
        });
        await using var connection = new TransportWs(http, engine, options, socket);
        await connection.RunAsync(stopping);
    }

    private async Task PostAsync(HttpContext http)
    {
        var request = http.Request;
        var format = MediaTypes.Negotiate(request.Headers.Accept);
        if (format == ResponseFormat.NotAcceptable)
        {
            await NotAcceptableAsync(http);
            return;
        }

        if (!MediaTypes.IsJson(request.ContentType))
        {
            var message = request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true
                ? "Multipart requests are not served; upload files by their own endpoint and send JSON here."
                : "Send Content-Type: application/json.";
            await RefuseAsync(http, format, StatusCodes.Status415UnsupportedMediaType, message, ErrorCodes.CsrfRefused);
            return;
        }

        var body = await BodyReader.ReadAsync(request, _maxBody, http.RequestAborted);
        if (body is not { } read)
        {
            await RefuseAsync(http, format, StatusCodes.Status413PayloadTooLarge, $"The body is larger than {_maxBody} bytes.", ErrorCodes.BodyLimit);
            return;
        }

        await ReadAndRunAsync(http, format, read);
    }

    /// <summary>Everything up to the first await that belongs to the operation itself; the body's buffer is free after <see cref="Prepare"/>.</summary>
    private async Task ReadAndRunAsync(HttpContext http, ResponseFormat format, ReadResult? body)
    {
        GraphQLRequestContext context;
        PreparedRequest prepared;
        try
        {
            context = await options.CreateContext(http);
        }
        catch (GraphQLException e)
        {
            if (body is { } unread) http.Request.BodyReader.AdvanceTo(unread.Buffer.End);
            await WriteAsync(http, format, options.StatusOf(e.Error.Code), GraphQLResponse.Refuse(e.Error));
            return;
        }

        try
        {
            prepared = Prepare(http, body, context);
        }
        catch (GraphQLException e)
        {
            await WriteAsync(http, format, StatusCodes.Status400BadRequest, GraphQLResponse.Refuse(e.Error));
            return;
        }
        finally
        {
            if (body is { } read) http.Request.BodyReader.AdvanceTo(read.Buffer.End);
        }

        await RunAsync(http, format, prepared, context);
    }

    private PreparedRequest Prepare(HttpContext http, ReadResult? body, GraphQLRequestContext context)
    {
        using var request = body is { } read
            ? HttpRequestBody.FromJson(read.Buffer)
            : HttpRequestBody.FromQuery(Parameter(http, "query"), Parameter(http, "operationName"), Parameter(http, "variables"), Parameter(http, "extensions"));
        if (request.Query.IsEmpty && request.DocumentHash is null) throw new GraphQLException("Send the document as query.", ErrorCodes.BadRequest);
        return engine.Prepare(request.Query, request.OperationName, request.Variables?.RootElement ?? default, request.DocumentHash, context);
    }

    private static string? Parameter(HttpContext http, string name) =>
        http.Request.Query.TryGetValue(name, out var value) ? value.ToString() : null;

    private async Task RunAsync(HttpContext http, ResponseFormat format, PreparedRequest prepared, GraphQLRequestContext context)
    {
        if (prepared.Refusal is null && prepared.Kind == OperationKind.Mutation && HttpMethods.IsGet(http.Request.Method))
        {
            http.Response.Headers.Allow = "POST";
            var plain = format == ResponseFormat.EventStream ? ResponseFormat.Json : format;
            await RefuseAsync(http, plain, StatusCodes.Status405MethodNotAllowed, "Send mutations by POST.", ErrorCodes.BadRequest);
            return;
        }

        if (format == ResponseFormat.EventStream)
        {
            await EventStream.RunAsync(http, engine, options, prepared, context);
            return;
        }

        if (prepared.Refusal is { } refusal)
        {
            await WriteAsync(http, format, options.StatusOfRefusal(refusal.Errors[0].Code) ?? StatusOf(format), refusal);
            return;
        }

        using var response = prepared.Kind == OperationKind.Query && context.EnterQuery is { } enter
            ? await RunInTurnAsync(enter, prepared, context, http.RequestAborted)
            : await engine.RunAsync(prepared, context, http.RequestAborted);
        await WriteAsync(http, format, response.IsRequestError ? StatusOf(format) : StatusCodes.Status200OK, response);
    }

    /// <summary>The turn is over before the answer is written: a client that reads slowly holds up nobody.</summary>
    private async ValueTask<GraphQLResponse> RunInTurnAsync(
        Func<CancellationToken, ValueTask<IDisposable>> enter, PreparedRequest prepared, GraphQLRequestContext context, CancellationToken cancellationToken)
    {
        using var turn = await enter(cancellationToken);
        return await engine.RunAsync(prepared, context, cancellationToken);
    }

    private static int StatusOf(ResponseFormat format) =>
        format == ResponseFormat.GraphQLResponse ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK;

    private static Task NotAcceptableAsync(HttpContext http) =>
        RefuseAsync(http, ResponseFormat.Json, StatusCodes.Status406NotAcceptable, "Accept application/graphql-response+json, application/json or text/event-stream.", ErrorCodes.BadRequest);

    private static Task RefuseAsync(HttpContext http, ResponseFormat format, int status, string message, string code) =>
        WriteAsync(http, format, status, GraphQLResponse.Refuse(new GraphQLError(message, code)));

    private static async Task WriteAsync(HttpContext http, ResponseFormat format, int status, GraphQLResponse response)
    {
        var reply = http.Response;
        reply.StatusCode = status;
        reply.Headers.ContentType = MediaTypes.ContentType(format);
        reply.Headers.XContentTypeOptions = "nosniff";
        reply.ContentLength = response.Json.Length;
        if (response.Json.Length > LargeResponse)
        {
            await reply.BodyWriter.WriteAsync(response.Json, http.RequestAborted);
            return;
        }

        // The server flushes when the request ends: headers and body leave in one write.
        response.Json.Span.CopyTo(reply.BodyWriter.GetSpan(response.Json.Length));
        reply.BodyWriter.Advance(response.Json.Length);
    }
}
