using System.Collections.Immutable;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Contracts;
using MentorCloud.Domain.Pairings.Escalations;
using MentorCloud.Domain.Pairings.Practice;

namespace MentorCloud.Domain.Pairings.Confided;

/// <summary>
/// Every place of a pairing at which words of its people stand. Names of competencies in assessments and reviews are the
/// program's words, and texts of entries are on pages of their own.
/// </summary>
internal static class WordPlaces
{
    /// <summary>A pairing with other words; always in the same order.</summary>
    public static PairingState Rewrite(PairingState state, WordVisit visit) => state with
    {
        Contracts = Rewrite(state.Contracts, visit),
        Milestones = [.. state.Milestones.Select(each => each with { Title = visit(each.Title, PairingSide.Mentee, true) })],
        Duties = Rewrite(state.Duties, visit),
        Pause = state.Pause is { } pause ? pause with { Reason = visit(pause.Reason, pause.By ?? PairingSide.Mentee, false) } : null,
        Escalations = [.. state.Escalations.Select(each => Rewrite(each, visit))],
        Entries = Rewrite(state.Entries, visit),
    };

    /// <summary>A page with other words; always in the same order.</summary>
    public static PairingPage Rewrite(PairingPage page, WordVisit visit) => page with
    {
        Contracts = Rewrite(page.Contracts, visit),
        Duties = Rewrite(page.Duties, visit),
        Entries = Rewrite(page.Entries, visit),
    };

    private static ImmutableArray<ContractVersion> Rewrite(ImmutableArray<ContractVersion> versions, WordVisit visit) =>
    [
        .. versions.Select(version => version with
        {
            Terms = ContractTexts.Rewrite(version, (text, writer) => visit(text, writer ?? PairingSide.Mentee, writer is null)),
        }),
    ];

    private static ImmutableArray<Duty> Rewrite(ImmutableArray<Duty> duties, WordVisit visit) =>
    [
        .. duties.Select(duty => duty.Excuse is { } excuse
            ? duty with { Excuse = visit(excuse, duty.LoggedBy ?? PairingSide.Mentee, false) } : duty),
    ];

    /// <summary>A resolution answers the one who opened it, and goes with their words.</summary>
    private static Escalation Rewrite(Escalation escalation, WordVisit visit) => escalation with
    {
        Subject = visit(escalation.Subject, escalation.OpenedBy, false),
        Resolution = escalation.Resolution is { } resolution ? visit(resolution, escalation.OpenedBy, false) : null,
    };

    private static ImmutableArray<Entry> Rewrite(ImmutableArray<Entry> entries, WordVisit visit) =>
    [
        .. entries.Select(entry => entry is { Topic: { } topic, Kind: not EntryKind.Stretch }
            ? entry with { Topic = visit(topic, entry.Author, EntryRules.NamesMilestone(entry.Kind)) } : entry),
    ];
}
