using System.Collections.Immutable;
using MentorCloud.Contracts.Keys;
using MentorCloud.Contracts.Pairings;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Privacy;

namespace MentorCloud.Grains.Pairings;

/// <summary>Seals what enters a pairing's state and opens what a viewer may see of it.</summary>
internal sealed class PairingViewer(IKeyRing keys, string grain)
{
    private const string NoteField = "checkIn.note";

    /// <summary>Makes a note of a text: sealed for author and pair, plain for program and tenant.</summary>
    public async Task<CheckInNote> SealAsync(PairingState state, Actor actor, string text, Visibility visibility, DateTimeOffset now)
    {
        var side = PairingAccess.SideOf(state, actor);
        if (visibility is Visibility.Program or Visibility.Tenant)
        {
            return new CheckInNote(side, visibility, now, null, text);
        }

        var author = side == PairingSide.Mentor ? state.Mentor : state.Mentee;
        var sealedText = await keys.SealAsync(Context(state), author, text, CancellationToken.None);
        return new CheckInNote(side, visibility, now, sealedText, null);
    }

    /// <summary>The pairing as the viewer may see it.</summary>
    public async Task<PairingView> ViewAsync(PairingState state, Actor actor)
    {
        var checkIns = ImmutableArray.CreateBuilder<CheckInView>(state.CheckIns.Length);
        foreach (var checkIn in state.CheckIns)
        {
            checkIns.Add(new CheckInView(checkIn with { Notes = [] }, await OpenAsync(state, actor, checkIn.Notes)));
        }

        return new PairingView(state.Summarise(), state.Origin.Factors, state.Origin.EndsAt, state.Contracts, checkIns.MoveToImmutable());
    }

    private async Task<ImmutableArray<NoteView>> OpenAsync(PairingState state, Actor actor, ImmutableArray<CheckInNote> notes)
    {
        var opened = ImmutableArray.CreateBuilder<NoteView>();
        foreach (var note in notes)
        {
            if (PairingAccess.MaySee(state, actor, note.Visibility, note.Author))
            {
                var text = note.Sealed is null ? note.Plain : await keys.OpenAsync(Context(state), note.Sealed, CancellationToken.None);
                opened.Add(new NoteView(note.Author, note.Visibility, note.WrittenAt, text));
            }
        }

        return opened.ToImmutable();
    }

    private SealingContext Context(PairingState state) => new(state.Tenant, grain, NoteField);
}
