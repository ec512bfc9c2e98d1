using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Privacy;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.Pairings.Practice;

/// <summary>What a pairing decides about what its two partners write.</summary>
internal static class EntryDecisions
{
    /// <summary>How many entries may be open at once: a plan with more is no plan, and the stored state stays small.</summary>
    public const int MostOpen = 40;
    private const int MostTexts = 12;

    /// <summary>Writes. NOT_FOUND, PAIRING_ENDED, PAIRING_PAUSED, INPUT_INVALID, ENTRY_INCOMPLETE, LIMIT_REACHED.</summary>
    public static Decision<PairingState> Write(PairingState state, PairingTurn turn, WriteEntry command)
    {
        var refusal = PairingAccess.RefuseStranger(state, turn.Actor) ?? PairingAccess.RefuseResting(state)
            ?? EntryCheck.Write(state, command, turn.Now) ?? RefuseMore(state, EntryRules.Of(command.Kind));
        if (refusal is not null)
        {
            return refusal;
        }

        var entry = Make(state, turn, command);
        var written = state with { Entries = state.Entries.Add(entry), EntriesWritten = entry.Number };
        if (entry is { Kind: EntryKind.Feedback, Tone: { } tone, HappenedAt: { } happened })
        {
            written = written with { Feedback = state.Feedback.Add(tone, turn.Now - happened) };
        }

        return Accept(written, entry, new EntryWritten(state.Id, entry.Number, entry.Kind, entry.Author));
    }

    /// <summary>Moves on. NOT_FOUND, PAIRING_ENDED, PAIRING_PAUSED, INPUT_INVALID, ENTRY_INCOMPLETE, ENTRY_CLOSED, LIMIT_REACHED.</summary>
    public static Decision<PairingState> Move(PairingState state, PairingTurn turn, MoveEntry command)
    {
        var entry = Find(state, turn, command.Number);
        var refusal = PairingAccess.RefuseStranger(state, turn.Actor) ?? PairingAccess.RefuseResting(state)
            ?? (entry is null ? new Refusal(ErrorCodes.NotFound, "There is no such entry.", "number") : null)
            ?? (entry!.IsClosed ? new Refusal(ErrorCodes.EntryClosed, "This entry is finished; write a new one.", "number") : null)
            ?? (command.Status is EntryStatus.Underway or EntryStatus.Done or EntryStatus.Dropped
                ? null : Inputs.Invalid("status", "must be Underway, Done or Dropped"))
            ?? EntryCheck.Move(entry, command)
            ?? (entry.Texts + command.Texts.Length <= MostTexts
                ? null : new Refusal(ErrorCodes.LimitReached, $"An entry has at most {MostTexts} texts; write a new one.", "texts"));
        if (refusal is not null)
        {
            return refusal;
        }

        var rule = EntryRules.Of(entry!.Kind);
        var moved = entry with
        {
            Status = command.Status,
            Texts = entry.Texts + command.Texts.Length,
            ClosedAt = command.Status == EntryStatus.Underway ? null : turn.Now,
            Given = command.Status == EntryStatus.Underway ? [.. entry.Given.Union(EntryCheck.GivenBy(rule, command.Texts))] : [],
        };
        return Accept(Replace(state, moved), moved, new EntryMoved(state.Id, moved.Number, moved.Kind, moved.Status));
    }

    /// <summary>Shares with more people. NOT_FOUND, PAIRING_ENDED, PAIRING_PAUSED, ENTRY_ALREADY_SHARED, INPUT_INVALID.</summary>
    public static Decision<PairingState> Share(PairingState state, PairingTurn turn, ShareEntry command)
    {
        var entry = Find(state, turn, command.Number);
        if ((PairingAccess.RefuseStranger(state, turn.Actor) ?? PairingAccess.RefuseResting(state) ?? RefuseSharing(state, turn, command, entry)) is { } refusal)
        {
            return refusal;
        }

        return entry!.Visibility == command.Visibility
            ? Decision<PairingState>.Accept(state)
            : Decision<PairingState>.Accept(
                Widen(state, entry with { Visibility = command.Visibility }), new EntryShared(state.Id, entry.Number, command.Visibility));
    }

    private static Refusal? RefuseSharing(PairingState state, PairingTurn turn, ShareEntry command, Entry? entry)
    {
        if (entry is null || entry.Author != PairingAccess.SideOf(state, turn.Actor))
        {
            return new Refusal(ErrorCodes.NotFound, "There is no such entry of yours.", "number");
        }

        if (command.Visibility < entry.Visibility)
        {
            return new Refusal(ErrorCodes.EntryAlreadyShared, "Others may have read this entry; it cannot be taken back.", "visibility");
        }

        var most = EntryRules.Of(entry.Kind).Most;
        return command.Visibility <= most ? null : Inputs.Invalid("visibility", $"can be at most {Inputs.Name(most)} for this kind");
    }

    private static Entry Make(PairingState state, PairingTurn turn, WriteEntry command) => new()
    {
        Number = state.EntriesWritten + 1,
        Kind = command.Kind,
        Author = PairingAccess.SideOf(state, turn.Actor),
        Visibility = command.Visibility,
        WrittenAt = turn.Now,
        Status = EntryRules.Of(command.Kind).IsFollowedUp ? EntryStatus.Open : EntryStatus.Done,
        Topic = command.Topic,
        Owner = command.Owner,
        DueOn = command.DueOn,
        HappenedAt = command.HappenedAt?.ToUniversalTime(),
        Tone = command.Tone,
        CheckIn = command.CheckIn,
        Texts = command.Texts.Length,
        Given = [.. EntryCheck.GivenBy(EntryRules.Of(command.Kind), command.Texts)],
    };

    // What its author keeps private is nobody's news: not even that it exists leaves the pairing.
    private static Decision<PairingState> Accept(PairingState state, Entry entry, Fact fact) => entry.Visibility == Visibility.Author
        ? Decision<PairingState>.Accept(state)
        : Decision<PairingState>.Accept(state, fact);

    private static Entry? Find(PairingState state, PairingTurn turn, int number) =>
        turn.Find(state, number) is { } entry && EntryAccess.MaySee(state, turn.Actor, entry) ? entry : null;

    /// <summary>A page is changed after the commit that says so.</summary>
    private static PairingState Widen(PairingState state, Entry entry) => state.Entries.Any(each => each.Number == entry.Number)
        ? Replace(state, entry)
        : state with
        {
            Shared = SharedEntry.Keep(state, [entry]),
            Effects = state.Effects.Add(new PairingEffect(PairingEffectKind.ShareOnPage) { Entry = entry.Number, Visibility = entry.Visibility }),
        };

    private static PairingState Replace(PairingState state, Entry entry) =>
        state with { Entries = [.. state.Entries.Select(each => each.Number == entry.Number ? entry : each)] };

    private static Refusal? RefuseMore(PairingState state, EntryRule rule) =>
        rule.IsFollowedUp && state.Entries.Count(entry => !entry.IsClosed) >= MostOpen
            ? new Refusal(ErrorCodes.LimitReached, $"{MostOpen} entries are open; finish or drop one first.", "kind")
            : null;
}
