using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Pairings;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Pairings.Growth;
using MentorCloud.Domain.Pairings.Practice;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Grains.Pairings;

/// <summary>Makes of a pairing's state what one viewer may see.</summary>
internal sealed class PairingViewer(PairingShelf shelf)
{
    /// <summary>Notes are opened on so many of the newest check-ins.</summary>
    private const int CheckInsWithNotes = 3;

    /// <summary>The pairing as the viewer may see it.</summary>
    public async Task<PairingView> ViewAsync(PairingState state, Actor actor)
    {
        var checkIns = state.CheckIns;
        var recent = checkIns.TakeLast(CheckInsWithNotes).Select(checkIn => checkIn.Number).ToHashSet();
        var notes = await shelf.OpenAsync(state, state.Entries.Where(entry =>
            entry is { Kind: EntryKind.CheckInNote, CheckIn: { } number } && recent.Contains(number) && EntryAccess.MaySee(state, actor, entry)));
        var pair = PairingAccess.IsPartner(state, actor);
        return new PairingView(
            state.Summarise(),
            state.Origin.Factors,
            state.EndsAt,
            state.Contracts,
            [.. checkIns.Select(checkIn => new CheckInView(
                pair ? checkIn : checkIn with { MentorRating = null, MenteeRating = null },
                [.. notes.Where(note => note.Head.CheckIn == checkIn.Number).Select(View)]))])
        {
            Life = PairingLife.For(state, actor),
        };
    }

    /// <summary>Entries with their texts, as far as the viewer may see them, newest first.</summary>
    public async Task<Reply<EntryList>> EntriesAsync(PairingState state, Actor actor, EntryQuery query)
    {
        if (query.Most is < 1 or > 20)
        {
            return new Refusal(ErrorCodes.InputInvalid, "most must be 1 to 20.", "most");
        }

        IEnumerable<Entry> heads = state.Entries;
        if (query.Page is { } page)
        {
            var read = await shelf.ReadPageAsync(state, page);
            if (read.Refusal is not null)
            {
                return read.Refusal;
            }

            heads = read.Value!.Entries;
        }

        var wanted = heads.Where(entry => EntryAccess.MaySee(state, actor, entry)
            && (query.Kind is null || entry.Kind == query.Kind) && (query.Before is null || entry.Number < query.Before));
        return new EntryList(await shelf.OpenAsync(state, wanted.OrderByDescending(entry => entry.Number).Take(query.Most)));
    }

    /// <summary>A page of older contracts, duties and entry heads.</summary>
    public async Task<Reply<PairingPage>> PageAsync(PairingState state, Actor actor, int page)
    {
        var read = await shelf.ReadPageAsync(state, page);
        return read.Value is not { } full ? read : full with
        {
            Duties = PairingLife.DutiesFor(full.Duties, PairingAccess.IsPartner(state, actor)),
            Entries = [.. full.Entries.Where(entry => EntryAccess.MaySee(state, actor, entry))],
        };
    }

    /// <summary>The mentee's growth narrative, over all pages.</summary>
    public async Task<string> NarrateAsync(PairingState state, Actor mentee)
    {
        var heads = new List<Entry>();
        for (var page = 1; page <= state.Pages; page++)
        {
            heads.AddRange((await shelf.ReadPageAsync(state, page)).OrThrow().Entries);
        }

        var readable = heads.Concat(state.Entries).Where(entry => EntryAccess.MaySee(state, mentee, entry));
        return Narrative.Write(state, await shelf.OpenAsync(state, readable));
    }

    /// <summary>What the mentee hands over, oldest first.</summary>
    public async Task<EntryList> HandoverAsync(PairingState state) =>
        new(await shelf.OpenAsync(state, state.Entries.Where(entry => state.Handover.Contains(entry.Number))));

    private static NoteView View(OpenEntry note) =>
        new(note.Head.Author, note.Head.Visibility, note.Head.WrittenAt, note.Texts.IsEmpty ? null : note.Texts[0].Text);
}
