using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using MentorCloud.Identity.Keys;
using MentorCloud.Identity.Tests.Hosting;
using MentorCloud.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MentorCloud.Identity.Tests.Tokens;

/// <summary>Keys that change while programs are at work.</summary>
public sealed class KeyRotationTests
{
    private const int Programs = 6;
    private const int Rounds = 40;

    [Fact]
    public async Task No_request_fails_while_keys_rotate_under_load()
    {
        await using var host = await IdentityHost.StartAsync(clock: TimeProvider.System);
        var client = await host.AddClientAsync();
        var keys = host.Get<SigningKeys>();
        var (requests, failed) = (0, 0);

        await Task.WhenAll(Enumerable.Range(0, Programs).Select(program => Task.Run(async () =>
        {
            using var http = host.Client();
            string? before = null;
            for (var round = 0; round < Rounds; round++)
            {
                if (program == 0 && round % 8 == 4)
                {
                    await keys.RotateAsync(default);
                }

                using var answer = await TokenRequests.AskAsync(http, client, basic: true);
                using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
                var token = body.RootElement.TryGetProperty("access_token", out var made) ? made.GetString() : null;
                var good = answer.StatusCode == HttpStatusCode.OK && await IsAcceptedAsync(http, token) && await IsInKeySetAsync(http, token)
                    && (before is null || await IsAcceptedAsync(http, before));
                Interlocked.Add(ref requests, before is null ? 3 : 4);
                Interlocked.Add(ref failed, good ? 0 : 1);
                before ??= token;
            }
        })));

        Assert.Equal(0, failed);
        Assert.True((await keys.ListAsync(default)).Count > Rounds / 8);
        SecuritySummary.Write("key-rotation", $"key rotation under load: {requests} requests during {Rounds / 8} rotations, {failed} failed");
    }

    /// <summary>Our own API takes it, the first token of all too, whose key signs no more.</summary>
    private static async Task<bool> IsAcceptedAsync(HttpClient http, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/whoami") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
        using var answer = await http.SendAsync(request);
        return (await answer.Content.ReadAsStringAsync()).StartsWith("client:", StringComparison.Ordinal);
    }

    /// <summary>A resource server elsewhere finds the key among those that are published.</summary>
    private static async Task<bool> IsInKeySetAsync(HttpClient http, string? token)
    {
        var published = new JsonWebKeySet(await http.GetStringAsync("/.well-known/jwks.json"));
        return published.Keys.Any(key => key.Kid == new JsonWebToken(token).Kid);
    }
}
