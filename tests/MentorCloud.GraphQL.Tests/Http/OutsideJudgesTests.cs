using System.Text.Json;
using MentorCloud.Testing;

namespace MentorCloud.GraphQL.Tests.Http;

/// <summary>What clients and audits that we did not write say of the endpoint.</summary>
public sealed class OutsideJudgesTests
{
    [Fact]
    public async Task Endpoint_passes_every_audit_of_graphql_http()
    {
        await using var server = await TestServer.StartAsync();
        var report = JsonElement.Parse((await NodeTools.RunAsync("audit.mjs", server.Address.ToString()))[^1]);
        Assert.Empty(report.GetProperty("failed").EnumerateArray().Select(f => f.GetRawText()));
        Assert.Equal(61, report.GetProperty("ok").GetInt32());
    }

    [Theory]
    [InlineData("sse")]
    [InlineData("ws")]
    public async Task Subscription_reaches_an_outside_client(string kind)
    {
        await using var server = await TestServer.StartAsync();
        Assert.Equal(
            ["""{"data":{"ticks":1}}""", """{"data":{"ticks":2}}""", """{"data":{"ticks":3}}""", """{"done":true}"""],
            await NodeTools.RunAsync("subscribe.mjs", kind, server.Address.ToString(), "subscription { ticks(count: 3) }"));
    }

    [Theory]
    [InlineData("sse")]
    [InlineData("ws")]
    public async Task Events_run_their_whole_selection(string kind)
    {
        await using var server = await TestServer.StartAsync();
        var lines = await NodeTools.RunAsync("subscribe.mjs", kind, server.Address.ToString(), "subscription { booksAdded { id author { name } } }");
        Assert.Equal("""{"data":{"booksAdded":{"id":"b2","author":{"name":"Dorothy"}}}}""", lines[1]);
        Assert.Equal(4, lines.Length);
    }

    [Theory]
    [InlineData("sse")]
    [InlineData("ws")]
    public async Task Invalid_subscription_tells_the_client_why(string kind)
    {
        await using var server = await TestServer.StartAsync();
        var lines = await NodeTools.RunAsync("subscribe.mjs", kind, server.Address.ToString(), "subscription { nope }");
        Assert.Contains("Cannot query field", lines[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sse")]
    [InlineData("ws")]
    public async Task Stop_of_the_server_makes_an_outside_client_connect_again(string kind)
    {
        await using var server = await TestServer.StartAsync();
        using var client = await NodeTools.StartAsync("resume.mjs", kind, server.Address.ToString(), "subscription { forever }");
        Assert.Equal("""{"next":{"data":{"forever":1}}}""", await client.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));

        await server.StopAsync();

        var said = (await client.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("""{"resumes":true}""", said[^1]);
        Assert.All(said[..^1], line => Assert.Equal("""{"pong":true}""", line));
    }

    [Fact]
    public async Task Outside_client_that_pings_is_answered()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await NodeTools.StartAsync("resume.mjs", "ws", server.Address.ToString(), "subscription { forever }");
        string? line;
        do
        {
            line = await client.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        }
        while (line?.Contains("next", StringComparison.Ordinal) == true);

        Assert.Equal("""{"pong":true}""", line);
        client.Kill();
    }

    [Fact]
    public async Task Refused_caller_of_an_event_stream_is_told_with_its_status()
    {
        await using var server = await TestServer.StartAsync();
        var lines = await NodeTools.RunAsync("subscribe.mjs", "sse", server.Address.ToString(), "subscription { ticks(count: 3) }", "X-Refuse");
        Assert.Contains("401", Assert.Single(lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_caller_is_closed_as_forbidden()
    {
        await using var server = await TestServer.StartAsync();
        var lines = await NodeTools.RunAsync("subscribe.mjs", "ws", server.Address.ToString(), "subscription { ticks(count: 3) }", "X-Refuse");
        Assert.Equal("""{"error":4403}""", lines[0]);
    }
}
