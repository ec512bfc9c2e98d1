using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Keys;
using MentorCloud.Contracts.Pairings;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Pairings.Endings;
using MentorCloud.Domain.Pairings.Forgetting;
using MentorCloud.Domain.Pairings.Practice;
using MentorCloud.Domain.Privacy;
using MentorCloud.Domain.Refusals;
using MentorCloud.Grains.Tests.Scenes;

namespace MentorCloud.Grains.Tests.Stored;

/// <summary>Texts of entries rest beside their pairing: only those of commands that were carried out, once.</summary>
public sealed class EntryPageTests
{
    private static readonly WriteEntry Journal = new()
    {
        Kind = EntryKind.Journal, Visibility = Visibility.Author, Texts = [new EntryText("text", "I resign")],
    };

    [Fact]
    public async Task Entry_written_again_under_its_key_or_refused_for_a_used_key_leaves_no_text_behind()
    {
        await using var host = await EmbeddedStoredHost.StartAsync();
        var pair = await (await Company.FoundAsync(host)).PairAsync();
        var id = pair.Company.NextCommand();
        (await pair.Grain.Handle(pair.Mentee, id, Journal)).OrThrow();

        var again = await pair.Grain.Handle(pair.Mentee, id, Journal);
        var other = await pair.Grain.Handle(pair.Mentee, id, Journal with { Texts = [new EntryText("text", "I stay")] });

        Assert.Null(again.Refusal);
        Assert.Equal(ErrorCodes.IdempotencyKeyReused, other.Refusal?.Code);
        Assert.True(await IsStoredAsync(host, pair, 1));
        Assert.False(await IsStoredAsync(host, pair, 2));
    }

    [Fact]
    public async Task Page_that_a_broken_off_commit_left_behind_goes_at_the_end_of_the_retention_time()
    {
        await using var host = await EmbeddedStoredHost.StartAsync();
        var pair = await (await Company.FoundAsync(host)).PairAsync();
        await pair.DoAsync(pair.Mentee, Journal);
        var system = Actor.System(pair.Company.Tenant, "test");
        var sealing = new SealingContext(pair.Company.Tenant, pair.GrainName, "entry.2.text");
        var left = await host.Keys.SealAsync(sealing, pair.MenteeId, "left", TestContext.Current.CancellationToken);
        (await Page(host, pair, 2).Store(system, 0, [new SealedEntryText("text", PairingSide.Mentee, left)])).OrThrow();

        await pair.DoAsync(pair.Company.ProgramManager, new ReportDeparture(PairingSide.Mentor));
        (await pair.Grain.Handle(system, default, new ForgetTexts(null))).OrThrow();

        Assert.Empty((await Page(host, pair, 2).Get(system)).OrThrow().Texts);
        Assert.False(await IsStoredAsync(host, pair, 3));
    }

    [Fact]
    public async Task Entry_whose_head_is_on_a_page_is_shared_with_the_partner_and_handed_over()
    {
        await using var host = await EmbeddedStoredHost.StartAsync();
        var pair = await (await Company.FoundAsync(host)).PairAsync();
        for (var number = 1; number <= 41; number++)
        {
            await pair.DoAsync(pair.Mentee, Journal);
        }

        Assert.Equal(1, (await pair.ViewAsync()).Life!.Pages);
        Assert.Equal(0, (await pair.Grain.Entries(pair.Mentor, new EntryQuery(null, null, 50))).OrThrow().Total);

        await pair.DoAsync(pair.Mentee, new ShareEntry(1, Visibility.Pair));
        await pair.DoAsync(pair.Mentee, new ChooseHandover([1, 2]));
        await host.SleepAllAsync();

        var shared = Assert.Single((await pair.Grain.Entries(pair.Mentor, new EntryQuery(null, null, 50))).OrThrow().Entries);
        Assert.Equal((1, Visibility.Pair, "I resign"), (shared.Head.Number, shared.Head.Visibility, Assert.Single(shared.Texts).Text));
        Assert.Equal(41, (await pair.Grain.Entries(pair.Mentee, new EntryQuery(null, null, 50))).OrThrow().Total);
        Assert.Equal([1, 2], (await pair.Grain.HandoverPack(pair.Mentee)).OrThrow().Entries.Select(entry => entry.Head.Number));
        Assert.Equal(ErrorCodes.NotFound, (await pair.TryAsync(pair.Mentor, new ShareEntry(2, Visibility.Pair))).Refusal?.Code);
        Assert.Equal(ErrorCodes.NotFound, (await pair.TryAsync(pair.Mentee, new ShareEntry(42, Visibility.Pair))).Refusal?.Code);
    }

    private static string KeyOf(Pair pair, int number) => GrainKey.OfPage(pair.Company.Tenant, pair.Id, number);

    private static IPairingEntryGrain Page(EmbeddedStoredHost host, Pair pair, int number) =>
        host.Grains.GetGrain<IPairingEntryGrain>(KeyOf(pair, number));

    private static async Task<bool> IsStoredAsync(EmbeddedStoredHost host, Pair pair, int number) =>
        await host.States.ReadAsync(new GrainStateKey("pairingentry", KeyOf(pair, number), "pairingentry"), TestContext.Current.CancellationToken) is not null;
}
