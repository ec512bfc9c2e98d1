using MentorCloud.Contracts.Pairings;
using MentorCloud.Domain.Pairings.Contracts;
using MentorCloud.Domain.Pairings.Practice;
using MentorCloud.Gateway.Access;

namespace MentorCloud.Gateway.Pairings.Practice;

/// <summary>Mutations on what the two write, and on milestones.</summary>
internal static class PracticeMutations
{
    public static async Task<PairingEntryPayload> PairingWriteEntryAsync(PairingWriteEntryInput input, Caller caller, GrainReader grains)
    {
        var (view, errors) = await PairingChange.TryAsync(input, caller, grains, () => Write(input));
        return new PairingEntryPayload(view is null ? null : await WrittenAsync(view, caller, grains), view?.Row, errors);
    }

    public static Task<PairingPayload> PairingMoveEntryAsync(PairingMoveEntryInput input, Caller caller, GrainReader grains) =>
        PairingChange.RunAsync(input, caller, grains, () => new MoveEntry(input.Number, input.Status, [.. input.Texts]));

    public static Task<PairingPayload> PairingShareEntryAsync(PairingShareEntryInput input, Caller caller, GrainReader grains) =>
        PairingChange.RunAsync(input, caller, grains, () => new ShareEntry(input.Number, input.Visibility));

    public static Task<PairingPayload> PairingMeetMilestoneAsync(PairingMeetMilestoneInput input, Caller caller, GrainReader grains) =>
        PairingChange.RunAsync(input, caller, grains, () => new MeetMilestone(input.Title, input.Evidence));

    public static Task<PairingPayload> PairingNoteSmallWinAsync(PairingNoteSmallWinInput input, Caller caller, GrainReader grains) =>
        PairingChange.RunAsync(input, caller, grains, () => new NoteSmallWin(input.Title, input.SmallWin));

    private static WriteEntry Write(PairingWriteEntryInput input) => new()
    {
        Kind = input.Kind,
        Texts = [.. input.Texts],
        Visibility = input.Visibility,
        Topic = input.Topic,
        Owner = input.Owner,
        DueOn = input.DueOn,
        HappenedAt = input.HappenedAt,
        Tone = input.Tone,
        CheckIn = input.CheckIn,
    };

    /// <summary>The entry that this very command wrote, also when the command is repeated later.</summary>
    private static async Task<OpenEntry?> WrittenAsync(PairingView view, Caller caller, GrainReader grains) => view.Written is { } number
        ? (await grains.Pairing(caller, view.Id).Entries(caller.Actor, new EntryQuery(Before: number + 1, Most: 1))).OrThrow().Entries.FirstOrDefault()
        : null;
}
