using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Json;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Refusals;
using MentorCloud.Grains.Tests.Scenes;

namespace MentorCloud.Grains.Tests.Stored;

/// <summary>What a grain remembers of a command with confided text, to know its repetition, tells nobody the text.</summary>
public sealed class ConfidedCommandTests
{
    [Fact]
    public async Task Fingerprint_of_confided_text_is_not_one_that_can_be_computed_without_its_key()
    {
        await using var host = await EmbeddedStoredHost.StartAsync();
        var pair = await ActiveAsync(host);
        var (id, said) = (pair.Company.NextCommand(), new LogCheckIn(host.Now, 45, Note: "I resign"));

        (await pair.Grain.Handle(pair.Mentor, id, said)).OrThrow();
        await host.SleepAllAsync();
        (await pair.Grain.Handle(pair.Mentor, id, said)).OrThrow();
        var other = await pair.Grain.Handle(pair.Mentor, id, said with { Note = "I stay" });

        Assert.Equal(ErrorCodes.IdempotencyKeyReused, other.Refusal?.Code);
        Assert.Equal(1, (await pair.ViewAsync()).Row.CheckInsDone);
        var remembered = Convert.ToHexStringLower(Convert.FromBase64String((await StoredAsync(host, pair)).Record["handled"]!.GetValue<string>()));
        Assert.Contains(id.ToString(), remembered, StringComparison.Ordinal);
        Assert.DoesNotContain(Plain(said), remembered, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fingerprint_stored_by_an_earlier_release_still_counts()
    {
        await using var host = await EmbeddedStoredHost.StartAsync();
        var pair = await ActiveAsync(host);
        var (id, said) = (pair.Company.NextCommand(), new LogCheckIn(host.Now, 45, Note: "I resign"));
        (await pair.Grain.Handle(pair.Mentor, id, said)).OrThrow();
        await host.SleepAllAsync();
        var (version, record) = await StoredAsync(host, pair);
        record["handled"] = new JsonArray(EarlierRelease.Command(id, Plain(said)));
        await host.States.WriteAsync(Key(pair), version, Encoding.UTF8.GetBytes(record.ToJsonString()), TestContext.Current.CancellationToken);

        var again = await pair.Grain.Handle(pair.Mentor, id, said);
        var other = await pair.Grain.Handle(pair.Mentor, id, said with { Note = "I stay" });

        Assert.Null(again.Refusal);
        Assert.Equal(ErrorCodes.IdempotencyKeyReused, other.Refusal?.Code);
        Assert.Equal(1, (await pair.ViewAsync()).Row.CheckInsDone);
    }

    /// <summary>What release 0.1.0 stored, and what anybody can compute who guesses the text.</summary>
    private static string Plain(PairingCommand command) => Convert.ToHexStringLower(SHA256.HashData(
        [.. Encoding.UTF8.GetBytes(PairingCommands.OperationOf(command)), .. JsonSerializer.SerializeToUtf8Bytes(command, command.GetType(), ContractsJson.Options)]).AsSpan(0, 16));

    private static GrainStateKey Key(Pair pair) => new("pairing", GrainKey.Of(pair.Company.Tenant, pair.Id), "pairing");

    private static async Task<(long Version, JsonNode Record)> StoredAsync(EmbeddedStoredHost host, Pair pair)
    {
        var stored = (await host.States.ReadAsync(Key(pair), TestContext.Current.CancellationToken))!.Value;
        return (stored.Version, JsonNode.Parse(stored.Payload.Span)!);
    }

    private static async Task<Pair> ActiveAsync(EmbeddedStoredHost host)
    {
        var pair = await (await Company.FoundAsync(host)).PairAsync();
        await pair.SignAsync();
        return pair;
    }
}
