using System.IO.Pipelines;
using System.Text;
using MentorCloud.GraphQL.Http;
using MentorCloud.GraphQL.Tests.Sample;
using MentorCloud.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;

namespace MentorCloud.GraphQL.Tests.Http;

/// <summary>An event stream whose reader is a pipe in the test, so that nothing depends on how fast anybody is.</summary>
public sealed class EventStreamTests : IAsyncDisposable
{
    private readonly Pipe pipe = new(new PipeOptions(pauseWriterThreshold: 1_000, resumeWriterThreshold: 500, useSynchronizationContext: false));
    private readonly ManualTimeProvider clock = new();
    private readonly CancellationTokenSource gone = new();
    private readonly ServiceProvider services = new ServiceCollection()
        .AddSingleton<Shelf>()
        .AddSingleton<IHostApplicationLifetime>(new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance))
        .BuildServiceProvider();

    [Fact]
    public async Task Source_is_asked_no_faster_than_the_reader_reads()
    {
        var streaming = StreamAsync("subscription { flood }");
        var shelf = services.GetRequiredService<Shelf>();

        // Events of this stream have more than 40 bytes, and nobody reads: 1,000 bytes are soon there.
        Assert.InRange(shelf.Flooded, 1, 25);
        Assert.False(streaming.IsCompleted);
        var before = shelf.Flooded;
        var read = await pipe.Reader.ReadAsync(TestContext.Current.CancellationToken);
        pipe.Reader.AdvanceTo(read.Buffer.End);
        while (shelf.Flooded == before)
        {
            read = await pipe.Reader.ReadAsync(TestContext.Current.CancellationToken);
            pipe.Reader.AdvanceTo(read.Buffer.End);
        }

        await EndAsync(streaming);
        Assert.InRange(shelf.Flooded, before + 1, before + 60);
    }

    [Fact]
    public async Task Silent_stream_shows_a_sign_of_life()
    {
        var streaming = StreamAsync("subscription { forever }");
        Assert.Contains("{\"data\":{\"forever\":1}}", await ReadAsync(), StringComparison.Ordinal);

        clock.Advance(TimeSpan.FromSeconds(15));

        Assert.Equal(":\n\n", await ReadAsync());
        await EndAsync(streaming);
    }

    public async ValueTask DisposeAsync()
    {
        gone.Dispose();
        await services.DisposeAsync();
    }

    private Task StreamAsync(string query)
    {
        var http = new DefaultHttpContext { RequestServices = services, RequestAborted = gone.Token };
        http.Features.Set<IHttpResponseBodyFeature>(new PipedBody(pipe.Writer));
        http.Request.Method = "POST";
        http.Request.ContentType = "application/json";
        http.Request.Headers.Accept = "text/event-stream";
        http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes($$"""{"query":"{{query}}"}"""));
        var engine = new GraphQLEngine(SampleSchema.Builder().Build(), new GraphQLEngineOptions { Clock = clock });
        return new GraphQLHandler(engine, new GraphQLHttpOptions()).HandleAsync(http);
    }

    private async Task<string> ReadAsync()
    {
        var read = await pipe.Reader.ReadAsync(TestContext.Current.CancellationToken);
        var text = Encoding.UTF8.GetString(read.Buffer);
        pipe.Reader.AdvanceTo(read.Buffer.End);
        return text;
    }

    private async Task EndAsync(Task streaming)
    {
        await gone.CancelAsync();
        await pipe.Reader.CompleteAsync();
        await streaming;
    }

    /// <summary>The response's body is the pipe itself.</summary>
    private sealed class PipedBody(PipeWriter writer) : IHttpResponseBodyFeature
    {
        public Stream Stream { get; } = writer.AsStream();

        public PipeWriter Writer => writer;

        public void DisableBuffering()
        {
        }

        public Task StartAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

        public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task CompleteAsync() => writer.CompleteAsync().AsTask();
    }
}
