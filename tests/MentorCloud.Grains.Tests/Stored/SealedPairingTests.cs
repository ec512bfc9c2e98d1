using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Json;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Confided;
using MentorCloud.Domain.Pairings.Contracts;
using MentorCloud.Domain.Pairings.Endings;
using MentorCloud.Domain.Pairings.Escalations;
using MentorCloud.Domain.Pairings.Forgetting;
using MentorCloud.Domain.Pairings.Practice;
using MentorCloud.Domain.Privacy;
using MentorCloud.Grains.Tests.Scenes;

namespace MentorCloud.Grains.Tests.Stored;

/// <summary>What people wrote in a pairing rests sealed, a block for each side, and is read as it was written (docs/adr/0096).</summary>
public sealed class SealedPairingTests
{
    private const string Mark = "in-confidence";

    [Fact]
    public async Task Stored_pairing_and_its_pages_hold_no_word_and_it_reads_the_same_after_sleep()
    {
        await using var host = await EmbeddedStoredHost.StartAsync();
        var pair = await WrittenAsync(host);
        var before = await SeenAsync(pair);
        Assert.Contains(Mark, before, StringComparison.Ordinal);

        await host.SleepAllAsync();

        Assert.Equal(before, await SeenAsync(pair));
        Assert.DoesNotContain(Mark, await TextAsync(host, KeyOf(pair)), StringComparison.Ordinal);
        Assert.DoesNotContain(Mark, await TextAsync(host, PageOf(pair)), StringComparison.Ordinal);
        Assert.All(await host.FactsAsync(), record => Assert.DoesNotContain(Mark, JsonSerializer.Serialize(record.Fact, record.Fact.GetType()), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Break_glass_operator_sees_how_a_pairing_stands_and_no_word_of_it()
    {
        await using var host = await EmbeddedStoredHost.StartAsync();
        var pair = await WrittenAsync(host);
        var looker = Actor.Operator(pair.Company.Tenant, EntityId.Derive<AccountId>(pair.MenteeId.Value, "platform"));

        var seen = await SeenAsync(pair, looker);

        Assert.Contains("Paused", seen, StringComparison.Ordinal);
        Assert.Contains(PairingWords.Withheld, seen, StringComparison.Ordinal);
        Assert.DoesNotContain(Mark, seen, StringComparison.Ordinal);
        Assert.DoesNotContain(Pair.Terms.EscalationPath, seen, StringComparison.Ordinal);
        var sponsor = Actor.User(pair.Company.Tenant, looker.Account!.Value, Role.Sponsor);
        Assert.DoesNotMatch($"{Mark} mentee's (reason|excuse)", await SeenAsync(pair, sponsor));
    }

    [Fact]
    public async Task Destroyed_key_takes_its_persons_words_and_nothing_else()
    {
        await using var host = await EmbeddedStoredHost.StartAsync();
        var pair = await WrittenAsync(host);

        await host.Keys.ErasePersonAsync(pair.Company.Tenant, pair.MenteeId, TestContext.Current.CancellationToken);
        await host.SleepAllAsync();

        var seen = await SeenAsync(pair);
        Assert.Contains($"{Mark} mentor's role", seen, StringComparison.Ordinal);
        Assert.Contains($"{Mark} mentor's subject", seen, StringComparison.Ordinal);
        Assert.Contains(TextForgetting.Gone, seen, StringComparison.Ordinal);
        Assert.DoesNotContain($"{Mark} mentee's", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Commit_that_changes_no_word_leaves_the_sealed_blocks_as_they_are()
    {
        await using var host = await EmbeddedStoredHost.StartAsync();
        var pair = await WrittenAsync(host);
        await pair.DoAsync(pair.Mentee, new ResumePairing());
        var before = await BlocksAsync(host, pair);

        await pair.DoAsync(pair.Mentor, new LogHours(host.Now, 30));
        await host.SleepAllAsync();
        await pair.DoAsync(pair.Mentor, new LogHours(host.Now, 30));
        Assert.Equal(before, await BlocksAsync(host, pair));

        await pair.DoAsync(pair.Mentor, new OpenEscalation("another"));
        var after = await BlocksAsync(host, pair);
        Assert.NotEqual(before.Mentor, after.Mentor);
        Assert.Equal(before.Mentee, after.Mentee);
    }

    [Fact]
    public async Task Pairing_of_an_earlier_release_is_read_and_sealed_with_its_pages_at_its_first_commit()
    {
        const string Words = "Challenges and opens doors";
        await using var host = await EmbeddedStoredHost.StartAsync();
        var (key, pageKey) = await RestoreAsync(host);
        Assert.Contains(Words, await TextAsync(host, key), StringComparison.Ordinal);
        Assert.Contains(Words, await TextAsync(host, pageKey), StringComparison.Ordinal);
        var (tenant, pairing) = GrainKey.Split<PairingId>(key.Key);
        var grain = host.Grains.GetGrain<IPairingGrain>(key.Key);
        var row = (await grain.Get(Actor.System(tenant, "test"))).OrThrow().Row;
        var mentee = Actor.User(tenant, EntityId.Derive<AccountId>(row.Mentee.Value, "account"), Role.Mentee, row.Mentee);

        (await grain.Handle(mentee, EntityId.Derive<CommandId>(pairing.Value, "first"), new ChooseHandover([]))).OrThrow();
        await host.SleepAllAsync();

        Assert.DoesNotContain(Words, await TextAsync(host, key), StringComparison.Ordinal);
        Assert.DoesNotContain(Words, await TextAsync(host, pageKey), StringComparison.Ordinal);
        grain = host.Grains.GetGrain<IPairingGrain>(key.Key);
        Assert.All((await grain.Contracts(mentee)).OrThrow().Versions, version => Assert.Equal(Words, version.Terms.MentorRole));
    }

    /// <summary>Words of both sides at several places, and a page of what is closed and old.</summary>
    private static async Task<Pair> WrittenAsync(EmbeddedStoredHost host)
    {
        var pair = await (await Company.FoundAsync(host)).PairAsync();
        var terms = Pair.Terms with { MentorRole = $"{Mark} mentor's role" };
        await pair.DoAsync(pair.Mentor, new DraftContract(terms));
        await pair.SignAsync(terms with { ConfidentialityNorms = $"{Mark} mentee's norms" });
        await pair.DoAsync(pair.Mentee, new OpenEscalation($"{Mark} mentee's subject"));
        await pair.DoAsync(pair.Mentor, new OpenEscalation($"{Mark} mentor's subject"));
        await pair.DoAsync(pair.Company.ProgramManager, new AcknowledgeEscalation(1));
        await pair.DoAsync(pair.Company.ProgramManager, new ResolveEscalation(1, $"{Mark} mentee's answer"));
        await pair.DoAsync(pair.Mentee, new ExcuseDuty(DutyKind.CheckIn, $"{Mark} mentee's excuse"));
        for (var number = 0; number <= 40; number++)
        {
            await pair.DoAsync(pair.Mentee, new WriteEntry
            {
                Kind = EntryKind.Note, Visibility = Visibility.Pair, Topic = $"{Mark} mentee's topic", Texts = [new EntryText("text", $"{Mark} mentee's note")],
            });
        }

        await pair.DoAsync(pair.Mentee, new PausePairing(DateOnly.FromDateTime(host.Now.UtcDateTime).AddDays(20), $"{Mark} mentee's reason"));
        Assert.Equal(1, (await pair.ViewAsync()).Life!.Pages);
        return pair;
    }

    /// <summary>All of it, as each of the two sees it.</summary>
    private static Task<string> SeenAsync(Pair pair) => SeenAsync(pair, pair.Mentor, pair.Mentee);

    private static async Task<string> SeenAsync(Pair pair, params Actor[] viewers)
    {
        var seen = new StringBuilder();
        foreach (var viewer in viewers)
        {
            seen.AppendLine(JsonSerializer.Serialize((await pair.Grain.Get(viewer)).OrThrow(), ContractsJson.Options));
            seen.AppendLine(JsonSerializer.Serialize((await pair.Grain.Contracts(viewer)).OrThrow(), ContractsJson.Options));
            seen.AppendLine(JsonSerializer.Serialize((await pair.Grain.Page(viewer, 1)).OrThrow(), ContractsJson.Options));
        }

        // Apostrophes are escaped in JSON.
        return seen.ToString().Replace("\\u0027", "'", StringComparison.Ordinal);
    }

    private static async Task<(string Mentor, string Mentee)> BlocksAsync(EmbeddedStoredHost host, Pair pair)
    {
        var words = JsonNode.Parse(await TextAsync(host, KeyOf(pair)))!["state"]!["words"]!;
        return (words["mentor"]!.ToJsonString(), words["mentee"]!.ToJsonString());
    }

    private static GrainStateKey KeyOf(Pair pair) => new("pairing", GrainKey.Of(pair.Company.Tenant, pair.Id), "pairing");

    private static GrainStateKey PageOf(Pair pair) => new("pairingpage", GrainKey.OfPage(pair.Company.Tenant, pair.Id, 1), "pairingpage");

    private static async Task<string> TextAsync(EmbeddedStoredHost host, GrainStateKey key) =>
        Encoding.UTF8.GetString((await host.States.ReadAsync(key, TestContext.Current.CancellationToken))!.Value.Payload.Span);

    /// <summary>Puts a released program's states into the store; the contract of the pairing with a page is on the page too.</summary>
    private static async Task<(GrainStateKey Pairing, GrainStateKey Page)> RestoreAsync(EmbeddedStoredHost host)
    {
        var records = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "StoredStates", "0.1.0-20261127.jsonl"))
            .Select(line => JsonNode.Parse(line)!).Where(line => line["payload"] is not null).ToList();
        var page = records.Single(record => record["type"]!.GetValue<string>() == "pairingpage");
        var pairing = records.Single(record => record["type"]!.GetValue<string>() == "pairing"
            && page["key"]!.GetValue<string>() == record["key"]!.GetValue<string>() + ".1");
        var body = Payload(page);
        body["state"]!["contracts"]!.AsArray().Add(Payload(pairing)["state"]!["contracts"]![0]!.DeepClone());
        page["payload"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(body.ToJsonString()));
        foreach (var record in records)
        {
            await host.States.WriteAsync(Key(record), 0, Convert.FromBase64String(record["payload"]!.GetValue<string>()), TestContext.Current.CancellationToken);
        }

        return (Key(pairing), Key(page));

        static JsonNode Payload(JsonNode record) => JsonNode.Parse(Convert.FromBase64String(record["payload"]!.GetValue<string>()))!;
        static GrainStateKey Key(JsonNode record) => new(
            record["type"]!.GetValue<string>(), record["key"]!.GetValue<string>(), record["state"]!.GetValue<string>());
    }
}
