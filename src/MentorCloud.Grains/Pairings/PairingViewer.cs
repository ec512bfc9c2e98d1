using System.Collections.Immutable;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Pairings;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Pairings.Confided;
using MentorCloud.Domain.Pairings.Growth;
using MentorCloud.Domain.Pairings.Practice;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Privacy;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Grains.Pairings;

/// <summary>Makes of a pairing's state what one viewer may see.</summary>
internal sealed class PairingViewer(PairingShelf shelf)
{
    /// <summary>Notes are opened on so many of the newest check-ins.</summary>
    private const int CheckInsWithNotes = 3;

    private const int MostEntries = 50;
    private const int MostDuties = 100;

    /// <summary>The pairing as the viewer may see it.</summary>
    public async Task<PairingView> ViewAsync(PairingState whole, Actor actor)
    {
        var state = MaySeeWords(actor) ? whole : PairingWords.Withhold(whole);
        var checkIns = (state with { Duties = PairingLife.DutiesFor(state, state.Duties, actor) }).CheckIns;
        var recent = checkIns.TakeLast(CheckInsWithNotes).Select(checkIn => checkIn.Number).ToHashSet();
        var notes = await shelf.OpenAsync(state, state.Entries.Where(entry =>
            entry is { Kind: EntryKind.CheckInNote, CheckIn: { } number } && recent.Contains(number) && EntryAccess.MaySee(state, actor, entry)));
        return new PairingView(
            state.Summarise(),
            state.Origin.Factors,
            state.EndsAt,
            state.Contracts,
            [.. checkIns.Select(checkIn => new CheckInView(
                checkIn,
                [.. notes.Where(note => note.Head.CheckIn == checkIn.Number).Select(View)]))])
        {
            Life = PairingLife.For(state, actor),
        };
    }

    /// <summary>Entries with their texts, as far as the viewer may see them, newest first.</summary>
    public async Task<Reply<EntryList>> EntriesAsync(PairingState state, Actor actor, EntryQuery query)
    {
        if (query.Most is < 1 or > MostEntries)
        {
            return new Refusal(ErrorCodes.InputInvalid, $"Ask for 1 to {MostEntries} entries at a time.", "first");
        }

        var pages = query.Page is { } page ? await OnePageAsync(state, page) : await shelf.ReadPagesAsync(state);
        if (pages.Refusal is not null)
        {
            return pages.Refusal;
        }

        // Entries go to pages as they are finished, not as they were written: only all of them together are in order.
        var heads = pages.Value!.SelectMany(each => each.Entries).Concat(query.Page is null ? state.Entries : []);
        var visible = heads.Where(entry => EntryAccess.MaySee(state, actor, entry) && (query.Kind is null || entry.Kind == query.Kind)).ToList();
        var wanted = visible.Where(entry => query.Before is null || entry.Number < query.Before)
            .OrderByDescending(entry => entry.Number).Take(query.Most + 1).ToList();
        return new EntryList(
            await shelf.OpenAsync(state, wanted.Take(query.Most)), visible.Count, wanted.Count > query.Most, visible.Exists(entry => entry.Number >= query.Before));
    }

    /// <summary>Duties of one kind, newest first.</summary>
    public async Task<Reply<DutyList>> DutiesAsync(PairingState state, Actor actor, DutyQuery query)
    {
        if (query.Most is < 1 or > MostDuties)
        {
            return new Refusal(ErrorCodes.InputInvalid, $"Ask for 1 to {MostDuties} duties at a time.", "first");
        }

        var pages = await PagesForAsync(state, actor);
        var all = pages.SelectMany(page => page.Duties).Concat(state.Duties).Where(duty => duty.Kind == query.Kind).ToList();
        var wanted = all.Where(duty => query.Before is null || duty.Number < query.Before)
            .OrderByDescending(duty => duty.Number).Take(query.Most + 1).ToList();
        return new DutyList(
            PairingLife.DutiesFor(state, [.. wanted.Take(query.Most)], actor),
            all.Count, wanted.Count > query.Most, all.Exists(duty => duty.Number >= query.Before));
    }

    /// <summary>Every contract version, oldest first.</summary>
    public async Task<ContractList> ContractsAsync(PairingState state, Actor actor) => new(
    [
        .. (await PagesForAsync(state, actor)).SelectMany(page => page.Contracts)
            .Concat(MaySeeWords(actor) ? state.Contracts : PairingWords.Withhold(state).Contracts).OrderBy(version => version.Number),
    ]);

    /// <summary>A page of older contracts, duties and entry heads.</summary>
    public async Task<Reply<PairingPage>> PageAsync(PairingState state, Actor actor, int page)
    {
        var read = await shelf.ReadPageAsync(state, page);
        return read.Value is not { } full ? read : (MaySeeWords(actor) ? full : PairingWords.Withhold(full)) with
        {
            Duties = PairingLife.DutiesFor(state, full.Duties, actor),
            Entries = [.. full.Entries.Where(entry => EntryAccess.MaySee(state, actor, entry))],
        };
    }

    /// <summary>The learner's growth narrative, over all pages, without the entries that they leave out.</summary>
    public async Task<string> NarrateAsync(PairingState state, Actor learner, ImmutableArray<int> leftOut)
    {
        var readable = (await HeadsAsync(state)).Where(entry => EntryAccess.MaySee(state, learner, entry) && !leftOut.Contains(entry.Number));
        return Narrative.Write(state, PairingAccess.LearnerFor(state, learner), await shelf.OpenAsync(state, readable));
    }

    /// <summary>What the mentee hands over, oldest first, over all pages.</summary>
    public async Task<EntryList> HandoverAsync(PairingState state) =>
        new(await shelf.OpenAsync(state, (await HeadsAsync(state)).Where(entry => state.Handover.Contains(entry.Number))));

    /// <summary>Those of the entries named that everybody in the tenant may read, newest first; pages are read only when one is not at hand.</summary>
    public async Task<Reply<EntryList>> SharedAsync(PairingState state, ImmutableArray<int> numbers)
    {
        if (numbers.Length is < 1 or > SharedEntry.MostListed)
        {
            return new Refusal(ErrorCodes.InputInvalid, $"Ask for 1 to {SharedEntry.MostListed} entries at a time.", "numbers");
        }

        var heads = numbers.All(number => state.Entries.Any(entry => entry.Number == number)) ? state.Entries : await HeadsAsync(state);
        return new EntryList(await shelf.OpenAsync(
            state,
            heads.Where(entry => entry.Visibility == Visibility.Tenant && numbers.Contains(entry.Number)).OrderByDescending(entry => entry.Number)));
    }

    /// <summary>Break-glass access looks at how things stand, and reads nothing that anybody wrote.</summary>
    private static bool MaySeeWords(Actor actor) => actor.Kind != ActorKind.Operator;

    private async Task<IEnumerable<PairingPage>> PagesForAsync(PairingState state, Actor actor)
    {
        var pages = (await shelf.ReadPagesAsync(state)).OrThrow();
        return MaySeeWords(actor) ? pages : pages.Select(PairingWords.Withhold);
    }

    private async Task<IEnumerable<Entry>> HeadsAsync(PairingState state) =>
        (await shelf.ReadPagesAsync(state)).OrThrow().SelectMany(page => page.Entries).Concat(state.Entries).OrderBy(entry => entry.Number);

    private async Task<Reply<IReadOnlyList<PairingPage>>> OnePageAsync(PairingState state, int page)
    {
        var read = await shelf.ReadPageAsync(state, page);
        return read.Value is { } full ? new Reply<IReadOnlyList<PairingPage>>([full], null) : read.Refusal!;
    }

    private static NoteView View(OpenEntry note) =>
        new(note.Head.Author, note.Head.Visibility, note.Head.WrittenAt, note.Texts.IsEmpty ? null : note.Texts[0].Text);
}
