using MentorCloud.GraphQL.Http;
using MentorCloud.GraphQL.Tests.Sample;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MentorCloud.GraphQL.Tests.Http;

/// <summary>The sample behind real HTTP on a free port.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestServer(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First() + "/graphql");

    public HttpClient Client { get; } = new();

    public Shelf Shelf => _app.Services.GetRequiredService<Shelf>();

    public static async Task<TestServer> StartAsync(GraphQLEngineOptions? options = null, GraphQLHttpOptions? http = null, Schema? schema = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<Shelf>();
        var app = builder.Build();
        app.UseWebSockets();
        var engine = new GraphQLEngine(schema ?? SampleSchema.Builder().Build(), options);
        app.MapGraphQL("/graphql", engine, http ?? new GraphQLHttpOptions
        {
            CreateContext = c => c.Request.Headers.ContainsKey("X-Refuse")
                ? throw new GraphQLException("Log in first.", "UNAUTHENTICATED")
                : new(new GraphQLRequestContext(c.RequestServices) { State = new Caller("Ada"), IsAuthenticated = true }),
            StatusOf = _ => StatusCodes.Status401Unauthorized,
            Explorer = c => c.Response.WriteAsync("<html>explorer</html>"),
        });
        await app.StartAsync();
        return new TestServer(app);
    }

    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
