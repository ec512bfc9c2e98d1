using System.Text.Json;
using MentorCloud.Integration.Tests.Http;

namespace MentorCloud.Integration.Tests.Clocked;

/// <summary>Somebody with a login, who logs in again when their session is over.</summary>
internal sealed class Person(ClockedServer server, string externalId, string id, string email, string password) : IDisposable
{
    private GraphQLClient? client;
    private int keys;

    /// <summary>The roster's id.</summary>
    public string ExternalId => externalId;

    /// <summary>The participant's global id; empty for who takes no part.</summary>
    public string Id => id;

    /// <summary>A mutation that must be accepted; gives its payload.</summary>
    public async Task<JsonElement> DoAsync(string field, string selection, Dictionary<string, object?> input)
    {
        var payload = await TryAsync(field, selection, input);
        Assert.True(payload.GetProperty("userErrors").GetArrayLength() == 0, $"{field}: {payload.GetRawText()}");
        return payload;
    }

    /// <summary>A mutation that must be refused; gives the code and the field.</summary>
    public async Task<(string Code, string? Field)> RefusedAsync(string field, Dictionary<string, object?> input)
    {
        var payload = await TryAsync(field, string.Empty, input);
        Assert.True(payload.GetProperty("userErrors").GetArrayLength() == 1, $"{field} was accepted: {payload.GetRawText()}");
        var error = payload.GetProperty("userErrors")[0];
        var path = error.GetProperty("field");
        return (
            error.GetProperty("code").GetString()!,
            path.ValueKind == JsonValueKind.Null ? null : string.Join('.', path.EnumerateArray().Select(part => part.GetString())));
    }

    /// <summary>A mutation's payload, whatever it is.</summary>
    public async Task<JsonElement> TryAsync(string field, string selection, Dictionary<string, object?> input)
    {
        input.TryAdd("idempotencyKey", $"{externalId}-{++keys}-{field}");
        return (await SendAsync(GraphQLClient.MutationOf(field, selection), new { input })).Data().GetProperty(field);
    }

    /// <summary>A query that must succeed.</summary>
    public async Task<JsonElement> AskAsync(string query, object? variables = null) => (await SendAsync(query, variables)).Data();

    /// <summary>Subscribes, in a session that is not over.</summary>
    public async Task<EventReader> SubscribeAsync(string query, object? variables = null)
    {
        await AskAsync("{ viewer { kind } }");
        return await client!.SubscribeAsync(query, variables);
    }

    /// <summary>An answer as it came; logs in first when the session is over.</summary>
    public async Task<GraphQLAnswer> SendAsync(string query, object? variables = null)
    {
        if (client is not null)
        {
            var answer = await client.SendAsync(query, variables);
            if (answer.ErrorCode != "UNAUTHENTICATED")
            {
                return answer;
            }

            client.Dispose();
        }

        client = await GraphQLClient.OfPersonAsync(server.Address, server.Demo.Slug, email, password);
        return await client.SendAsync(query, variables);
    }

    public void Dispose() => client?.Dispose();
}
