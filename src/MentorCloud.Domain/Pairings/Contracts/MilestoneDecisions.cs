using System.Collections.Immutable;
using MentorCloud.Domain.Pairings.Practice;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.Pairings.Contracts;

/// <summary>What a pairing decides about milestones.</summary>
internal static class MilestoneDecisions
{
    private const int MostKept = 40;

    /// <summary>Meets a milestone. NOT_FOUND, PAIRING_OTHER_SIDE, ..., INPUT_INVALID, MILESTONE_WITHOUT_EVIDENCE.</summary>
    public static Decision<PairingState> Meet(PairingState state, PairingTurn turn, MeetMilestone command)
    {
        var refusal = PairingAccess.RefuseStranger(state, turn.Actor) ?? PairingAccess.RefuseInactive(state)
            ?? RefuseUnknown(state, command.Title) ?? RefuseEvidence(state, turn, command);
        if (refusal is not null)
        {
            return refusal;
        }

        var progress = Of(state, command.Title);
        if (progress.MetAt is not null)
        {
            return Decision<PairingState>.Accept(state);
        }

        var met = With(state, progress with { MetAt = turn.Now, Evidence = command.Evidence });
        return Decision<PairingState>.Accept(
            met, new MilestoneMet(state.Id, state.Mentee, met.Milestones.Count(each => each.MetAt is not null)));
    }

    /// <summary>Notes a small win; noting it again changes nothing. NOT_FOUND, ..., INPUT_INVALID.</summary>
    public static Decision<PairingState> Note(PairingState state, PairingTurn turn, NoteSmallWin command)
    {
        var refusal = PairingAccess.RefuseStranger(state, turn.Actor) ?? PairingAccess.RefuseInactive(state)
            ?? RefuseUnknown(state, command.Title)
            ?? (command.SmallWin >= 0 && command.SmallWin < Find(state, command.Title)!.SmallWins.Length
                ? null : Inputs.Invalid("smallWin", "names no small win of this milestone; they are counted from 0"));
        if (refusal is not null)
        {
            return refusal;
        }

        var progress = Of(state, command.Title);
        return Decision<PairingState>.Accept(progress.SmallWins.Contains(command.SmallWin)
            ? state
            : With(state, progress with { SmallWins = progress.SmallWins.Add(command.SmallWin) }));
    }

    /// <summary>
    /// What is left of the progress when other terms come into force. What was met stays met while its criteria stay the same, and
    /// when the milestone is no longer agreed; what is only under way goes with its milestone, and small wins are kept by their words.
    /// </summary>
    public static ImmutableArray<MilestoneProgress> Keep(PairingState state, ContractTerms terms) =>
    [
        .. state.Milestones.Select(progress => Keep(state, progress, terms)).OfType<MilestoneProgress>().TakeLast(MostKept),
    ];

    private static MilestoneProgress? Keep(PairingState state, MilestoneProgress progress, ContractTerms terms)
    {
        if (terms.Milestones.FirstOrDefault(each => each.Title == progress.Title) is not { } agreed)
        {
            return progress.MetAt is null ? null : progress;
        }

        var before = state.Contracts.Where(version => version.Status is ContractStatus.Active or ContractStatus.Superseded)
            .SelectMany(version => version.Terms.Milestones).LastOrDefault(each => each.Title == progress.Title);
        var wins = progress.SmallWins.Select(place => agreed.SmallWins.IndexOf(before?.SmallWins.ElementAtOrDefault(place) ?? string.Empty));
        var kept = progress with { SmallWins = [.. wins.Where(place => place >= 0).Distinct()] };
        return before?.SuccessCriteria == agreed.SuccessCriteria ? kept : kept with { MetAt = null, Evidence = null };
    }

    private static Milestone? Find(PairingState state, string title) =>
        state.ActiveContract!.Terms.Milestones.FirstOrDefault(milestone => milestone.Title == title);

    private static MilestoneProgress Of(PairingState state, string title) =>
        state.Milestones.FirstOrDefault(each => each.Title == title) ?? new MilestoneProgress(title, [], null, null);

    private static PairingState With(PairingState state, MilestoneProgress progress) =>
        state with { Milestones = [.. state.Milestones.Where(each => each.Title != progress.Title), progress] };

    private static Refusal? RefuseUnknown(PairingState state, string title) => Find(state, title) is null
        ? Inputs.Invalid("title", "names no milestone of the contract in force")
        : null;

    private static Refusal? RefuseEvidence(PairingState state, PairingTurn turn, MeetMilestone command)
    {
        var entry = turn.Find(state, command.Evidence);
        return entry is { Kind: EntryKind.Evidence } && entry.Topic == command.Title
            ? null
            : new Refusal(
                ErrorCodes.MilestoneWithoutEvidence,
                "Write an evidence entry for this milestone first, against its criteria for success.",
                "evidence");
    }
}
