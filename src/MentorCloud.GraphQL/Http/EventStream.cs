using System.Text;
using MentorCloud.GraphQL.Subscriptions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MentorCloud.GraphQL.Http;

/// <summary>GraphQL over server-sent events, distinct connections mode: one event <c>next</c> for each result, then <c>complete</c>.</summary>
internal static class EventStream
{
    private static readonly byte[] KeepAlive = ":\n\n"u8.ToArray();
    private static readonly byte[] Complete = "event: complete\ndata:\n\n"u8.ToArray();

    public static async Task RunAsync(
        HttpContext http, GraphQLEngine engine, GraphQLHttpOptions options, PreparedRequest prepared, GraphQLRequestContext context)
    {
        http.Response.Headers.ContentType = "text/event-stream; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        var stopping = http.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var life = CancellationTokenSource.CreateLinkedTokenSource(stopping, http.RequestAborted);
        var responses = SubscriptionRun.RunAsync(engine, prepared, context, life.Token).GetAsyncEnumerator(life.Token);

        // Asked before the headers leave: a client that has them misses nothing of a source that opens at once.
        var next = responses.MoveNextAsync().AsTask();
        await using var writer = new EventWriter(http, KeepAlive, options.SendTimeout, engine.Options.Clock);
        try
        {
            // Flushed, because a client waits for the headers, and the first event may be hours away.
            await http.Response.StartAsync(life.Token);
            await http.Response.BodyWriter.FlushAsync(life.Token);
            for (; await next; next = responses.MoveNextAsync().AsTask())
            {
                using var response = responses.Current;
                await SendAsync(writer, response, life.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // Without a complete event the client knows that more would have come, and connects again.
            return;
        }
        finally
        {
            await life.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await responses.DisposeAsync();
        }

        await writer.WriteAsync(Complete, http.RequestAborted);
    }

    private static ValueTask SendAsync(EventWriter writer, GraphQLResponse response, CancellationToken cancellationToken)
    {
        const string Head = "event: next\ndata: ";
        var bytes = new byte[Head.Length + response.Json.Length + 2];
        Encoding.ASCII.GetBytes(Head, bytes);
        response.Json.Span.CopyTo(bytes.AsSpan(Head.Length));
        bytes[^2] = (byte)'\n';
        bytes[^1] = (byte)'\n';
        return writer.WriteAsync(bytes, cancellationToken);
    }
}
