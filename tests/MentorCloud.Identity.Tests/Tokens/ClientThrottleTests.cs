using System.Net;
using MentorCloud.Identity.Tests.Hosting;

namespace MentorCloud.Identity.Tests.Tokens;

public sealed class ClientThrottleTests
{
    [Fact]
    public async Task Wrong_secrets_are_slowed_down_by_client_and_source_and_right_ones_never_are()
    {
        await using var host = await IdentityHost.StartAsync();
        var (client, other) = (await host.AddClientAsync(), await host.AddClientAsync());
        using var http = host.Client();

        var right = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            using var answer = await TokenRequests.AskAsync(http, client, basic: true);
            return answer.StatusCode;
        }));
        var wrong = new List<HttpStatusCode>();
        for (var guess = 0; guess < 5; guess++)
        {
            using var answer = await TokenRequests.AskAsync(http, client with { Secret = $"guess {guess}" }, basic: true);
            wrong.Add(answer.StatusCode);
        }

        using var slowed = await TokenRequests.AskAsync(http, client, basic: true);
        using var another = await TokenRequests.AskAsync(http, other, basic: true);
        host.Clock.Advance(TimeSpan.FromMinutes(15));
        using var later = await TokenRequests.AskAsync(http, client, basic: true);

        Assert.All(right, status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Equal(HttpStatusCode.Unauthorized, wrong[0]);
        Assert.Equal((HttpStatusCode.TooManyRequests, HttpStatusCode.OK, HttpStatusCode.OK), (slowed.StatusCode, another.StatusCode, later.StatusCode));
        Assert.True(slowed.Headers.RetryAfter?.Delta > TimeSpan.Zero);
    }
}
