using System.Text.Json;
using MentorCloud.Integration.Tests.Operations;
using MentorCloud.Integration.Tests.Processes;

namespace MentorCloud.Integration.Tests.Telemetry;

/// <summary>The log of people at work: structured, with trace ids, with slow turns, without the people.</summary>
[Collection(PreparedFolderCollection.Name)]
public sealed class LogTests(PreparedFolder prepared)
{
    private const string Note = "He dreads the Valparaiso handover; keep it between us.";

    [Fact]
    public async Task Json_log_of_a_working_pair_has_trace_ids_and_slow_turns_and_no_personal_data()
    {
        using var folder = prepared.Folder.Copy();
        folder.Environment["MENTORCLOUD__SLOWTURNWARNING"] = "00:00:00.001";
        await using var server = await HostServer.StartAsync(folder, "--log-format", "json");
        var names = await WorkAsync(server);
        Assert.Equal(0, await server.StopAsync());

        var entries = server.Said.Split('\n').Where(line => line.StartsWith('{')).Select(line => JsonSerializer.Deserialize<JsonElement>(line)).ToList();
        Assert.NotEmpty(entries);
        Assert.All(entries, entry => Assert.True(entry.TryGetProperty("LogLevel", out _) && entry.TryGetProperty("Timestamp", out _), entry.GetRawText()));
        Assert.Contains(entries, entry => entry.GetProperty("Message").GetString()!.StartsWith("Slow turn:", StringComparison.Ordinal)
            && entry.GetRawText().Contains("TraceId", StringComparison.Ordinal));
        Assert.True(names.Count > 30);
        foreach (var secret in names.Concat(["@halvorsen", "Valparaiso", "not-the-password"]))
        {
            Assert.DoesNotContain(secret, server.Said, StringComparison.OrdinalIgnoreCase);
        }
    }

    /// <summary>A pair signs, checks in and leaves a note; somebody types a wrong password; somebody asks nonsense.</summary>
    private async Task<List<string>> WorkAsync(HostServer server)
    {
        var tenant = prepared.Halvorsen;
        using var client = await tenant.ClientAsync(server.Address);
        using var admin = await tenant.AdminAsync(server.Address);
        using var mentor = await tenant.MentorAsync(server.Address);
        var pairing = (await mentor.QueryAsync("{ pairings(first: 1) { nodes { id } } }")).GetProperty("pairings").GetProperty("nodes")[0].GetProperty("id").GetString()!;
        var heldAt = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
        await mentor.TryMutateAsync("pairingLogCheckIn", "pairing { id }", new { idempotencyKey = "log", pairing, heldAt, minutes = 40, note = Note, noteVisibility = "PAIR" });
        using var nobody = Http.GraphQLClient.Anonymous(server.Address);
        await nobody.LogInAsync(tenant.Slug, tenant.Login.GetProperty("email").GetString()!, "not-the-password");
        await admin.SendAsync($"{{ pairing(id: \"{Note}\") {{ id }} }}");
        await admin.SendRawAsync($"{{ \"query\": \"{{ {Note} }}\" ");
        var people = await client.QueryAsync("{ participants(first: 100) { nodes { name } } }");
        return [.. people.GetProperty("participants").GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("name").GetString()!)];
    }
}
