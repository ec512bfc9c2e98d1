using System.Collections.Immutable;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Keys;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings.Forgetting;
using MentorCloud.Domain.Pairings.Practice;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Privacy;
using MentorCloud.Domain.Refusals;
using MentorCloud.Grains.State;

namespace MentorCloud.Grains.Pairings;

/// <summary>The pages beside a pairing: texts of entries, sealed and opened, and what is closed and old.</summary>
internal sealed class PairingShelf(IGrainFactory grains, IKeyRing keys, PairingSeal seal, string grain, TenantId tenant)
{
    private readonly Actor system = Actor.System(tenant, "pairing");

    /// <summary>Seals texts under their writer's key and puts them on their entry's page. Repeating it after a crash is safe.</summary>
    public async Task StoreTextsAsync(PairingState state, Actor writer, int number, int present, ImmutableArray<EntryText> texts)
    {
        var side = PairingAccess.SideOf(state, writer);
        var written = ImmutableArray.CreateBuilder<SealedEntryText>();
        foreach (var text in texts)
        {
            var confided = await keys.SealAsync(
                Context(number, text.Field), PairingAccess.PersonOn(state, side), text.Text, CancellationToken.None);
            written.Add(new SealedEntryText(text.Field, side, confided));
        }

        (await EntryGrain(state, number).Store(system, present, written.ToImmutable())).OrThrow();
    }

    /// <summary>A command with words, by which it is known when it is repeated.</summary>
    public async Task<ConfidedInput> RecogniseAsync(PairingState state, Actor writer, PairingCommand command) => new(
        command,
        await keys.RecogniseAsync(
            new SealingContext(tenant, grain, "command"),
            PairingAccess.IsPartner(state, writer) ? PairingAccess.PersonOn(state, PairingAccess.SideOf(state, writer)) : writer.Participant ?? state.Mentee,
            Fingerprint.BytesOf(command),
            CancellationToken.None));

    /// <summary>Opens entries; who may read them was decided before.</summary>
    public async Task<ImmutableArray<OpenEntry>> OpenAsync(PairingState state, IEnumerable<Entry> entries) =>
        [.. await Task.WhenAll(entries.Select(entry => OpenAsync(state, entry)))];

    /// <summary>Stores a page of what was cut off, sealed.</summary>
    public Task StorePageAsync(PairingState state, PairingPage page) => StorePageAsync(state, page, state.Pages);

    /// <summary>Reads a page of what was cut off.</summary>
    public async Task<Reply<PairingPage>> ReadPageAsync(PairingState state, int page) => page < 1 || page > state.Pages
        ? new Refusal(ErrorCodes.NotFound, "There is no such page.", "page")
        : await OpenPageAsync(state, page);

    /// <summary>Reads every page of what was cut off, oldest first: one for about twenty closed duties or entries.</summary>
    public async Task<Reply<IReadOnlyList<PairingPage>>> ReadPagesAsync(PairingState state)
    {
        var replies = await Task.WhenAll(Enumerable.Range(1, state.Pages).Select(page => OpenPageAsync(state, page)));
        return new Reply<IReadOnlyList<PairingPage>>(replies, null);
    }

    /// <summary>Heads of entries that a partner names and that have gone to pages.</summary>
    public async Task<ImmutableArray<Entry>> FindAsync(PairingState state, Actor actor, ImmutableArray<int> numbers)
    {
        var missing = numbers.Where(number => number > 0 && number <= state.EntriesWritten && state.Entries.All(entry => entry.Number != number)).ToHashSet();
        return missing.Count == 0 || state.Pages == 0 || !PairingAccess.IsPartner(state, actor)
            ? []
            : [.. (await ReadPagesAsync(state)).OrThrow().SelectMany(page => page.Entries).Where(entry => missing.Contains(entry.Number))];
    }

    /// <summary>Shows an entry whose head is on a page to more people; repeating it after a crash is safe.</summary>
    public async Task ShareAsync(PairingState state, int entry, Visibility visibility)
    {
        foreach (var (page, number) in (await ReadPagesAsync(state)).OrThrow().Select((page, place) => (page, place + 1)))
        {
            if (page.Entries.FirstOrDefault(each => each.Number == entry) is { } head && head.Visibility < visibility)
            {
                await StorePageAsync(state, page with { Entries = page.Entries.Replace(head, head with { Visibility = visibility }) }, number);
            }
        }
    }

    /// <summary>Seals the pages that an earlier release stored in plain; repeating it after a crash is safe.</summary>
    public async Task SealPagesAsync(PairingState state)
    {
        for (var number = 1; number <= state.Pages; number++)
        {
            if ((await PageGrain(state, number).Get(system)).OrThrow() is { Words: null } plain)
            {
                await StorePageAsync(state, plain, number);
            }
        }
    }

    /// <summary>
    /// Takes words out of the pages, before the commit that says so; repeating it after a crash is safe. Sealed texts of one side go
    /// with its key; at the end of the retention time, with both keys alive, they are overwritten here.
    /// </summary>
    /// <returns>The command with the titles of milestones that go: after a crash the pages do not show them any more, but the words at hand do.</returns>
    public async Task<ForgetTexts> ForgetPagesAsync(PairingState state, ForgetTexts command)
    {
        var side = command.Side;
        var pages = (await ReadPagesAsync(state)).OrThrow();
        var titles = TextForgetting.TitlesOf(state, pages, side, side is { } one ? seal.WordsOf(one) : []);
        foreach (var (page, number) in pages.Select((page, place) => (page, place + 1)))
        {
            await StorePageAsync(state, TextForgetting.Forget(page, side, titles), number);
        }

        if (side is null)
        {
            // One further: what a refused or broken off commit may have left on the next entry's page.
            await Task.WhenAll(Enumerable.Range(1, state.EntriesWritten + 1).Select(number => EntryGrain(state, number).Store(system, 0, [])));
        }

        return command with { Titles = [.. titles] };
    }

    private async Task<PairingPage> OpenPageAsync(PairingState state, int number) =>
        await seal.OpenAsync((await PageGrain(state, number).Get(system)).OrThrow(), number);

    private async Task StorePageAsync(PairingState state, PairingPage page, int number) =>
        (await PageGrain(state, number).Store(system, await seal.CloseAsync(state, page, number))).OrThrow();

    private async Task<OpenEntry> OpenAsync(PairingState state, Entry entry)
    {
        var page = entry.Texts == 0 ? null : (await EntryGrain(state, entry.Number).Get(system)).OrThrow();
        var texts = ImmutableArray.CreateBuilder<EntryText>();
        foreach (var confided in page?.Texts.Take(entry.Texts) ?? [])
        {
            if (await keys.OpenAsync(Context(entry.Number, confided.Field), confided.Text, CancellationToken.None) is { } text)
            {
                texts.Add(new EntryText(confided.Field, text));
            }
        }

        return new OpenEntry(entry, texts.ToImmutable());
    }

    private SealingContext Context(int number, string field) => new(tenant, grain, $"entry.{number}.{field}");

    private IPairingEntryGrain EntryGrain(PairingState state, int number) =>
        grains.GetGrain<IPairingEntryGrain>(GrainKey.OfPage(tenant, state.Id, number));

    private IPairingPageGrain PageGrain(PairingState state, int page) =>
        grains.GetGrain<IPairingPageGrain>(GrainKey.OfPage(tenant, state.Id, page));
}
