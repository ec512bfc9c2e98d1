using System.Net;
using System.Net.Http.Headers;
using System.Text;
using MentorCloud.Testing;

namespace MentorCloud.GraphQL.Tests.Http;

public sealed class HttpTests : IAsyncLifetime
{
    private TestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TestServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task<(HttpStatusCode Status, string Body, string? Type)> PostAsync(string json, string accept = "application/graphql-response+json", string type = "application/json", string? header = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _server.Address) { Content = new StringContent(json, Encoding.UTF8) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        request.Headers.Accept.ParseAdd(accept);
        if (header is not null) request.Headers.Add(header, "1");
        using var response = await _server.Client.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(), response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Post_answers_in_the_accepted_type()
    {
        Assert.Equal((HttpStatusCode.OK, """{"data":{"hello":"Hello, world!"}}""", "application/graphql-response+json"), await PostAsync("""{"query":"{ hello }"}"""));
        Assert.Equal("application/json", (await PostAsync("""{"query":"{ hello }"}""", "application/json")).Type);
    }

    [Fact]
    public async Task Refused_document_is_400_or_200_by_accepted_type()
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync("""{"query":"{ nope }"}""")).Status);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync("""{"query":"{ nope }"}""", "application/json")).Status);
    }

    [Theory]
    [InlineData("{", "application/json", 400)]
    [InlineData("[]", "application/json", 400)]
    [InlineData("""{"query":1}""", "application/json", 400)]
    [InlineData("""{"query":"{ hello }","variables":[]}""", "application/json", 400)]
    [InlineData("""{"query":"{ hello }"}""", "text/plain", 415)]
    [InlineData("x", "multipart/form-data; boundary=x", 415)]
    [InlineData("""{"query":"{ hello }"}{}""", "application/json", 400)]
    [InlineData("""{"qu\ud800":"{ hello }"}""", "application/json", 400)]
    [InlineData("""{"query":"query($n: String!) { hello(name: $n) }","variables":{"n":"\ud800"}}""", "application/json", 400)]
    public async Task Malformed_request_is_refused(string body, string type, int status) =>
        Assert.Equal(status, (int)(await PostAsync(body, type: type)).Status);

    [Fact]
    public async Task Body_beyond_the_limit_is_413() =>
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await PostAsync($$"""{"query":"{ hello }","x":"{{new string('x', 300_000)}}"}""")).Status);

    [Fact]
    public async Task Refused_caller_gets_the_mapped_status() =>
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync("""{"query":"{ hello }"}""", header: "X-Refuse")).Status);

    [Theory]
    [InlineData("application/graphql-response+json")]
    [InlineData("application/json")]
    [InlineData("text/event-stream")]
    public async Task Mutation_by_get_is_405_and_changes_nothing(string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_server.Address, "?query=" + Uri.EscapeDataString("""mutation { addBook(input: {title: "by get", genre: CRIME}) { order } }""")));
        request.Headers.Accept.ParseAdd(accept);
        using var response = await _server.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["POST"], response.Content.Headers.Allow);
        Assert.DoesNotContain("by get", _server.Shelf.Log);
    }

    [Fact]
    public async Task Browser_gets_the_explorer()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, _server.Address);
        request.Headers.Accept.ParseAdd("text/html,application/xhtml+xml,*/*;q=0.8");
        using var response = await _server.Client.SendAsync(request);
        Assert.Contains("explorer", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>The clock stands, so that no sign of life brings the headers along.</summary>
    [Fact(Timeout = 120_000)]
    public async Task Headers_of_a_stream_leave_before_its_first_event()
    {
        await using var server = await TestServer.StartAsync(new GraphQLEngineOptions { Clock = new ManualTimeProvider() });
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Address) { Content = new StringContent("""{"query":"subscription { silence }"}""", new MediaTypeHeaderValue("application/json")) };
        request.Headers.Accept.ParseAdd("text/event-stream");
        using var response = await server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, "text/event-stream"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task Subscription_streams_events()
    {
        var (_, body, type) = await PostAsync("""{"query":"subscription { ticks(count: 2) }"}""", "text/event-stream");
        Assert.Equal("text/event-stream", type);
        Assert.Equal("event: next\ndata: {\"data\":{\"ticks\":1}}\n\nevent: next\ndata: {\"data\":{\"ticks\":2}}\n\nevent: complete\ndata:\n\n", body);
    }
}
