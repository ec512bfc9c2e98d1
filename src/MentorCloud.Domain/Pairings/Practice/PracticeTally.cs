using MentorCloud.Domain.Pairings.Cadence;

namespace MentorCloud.Domain.Pairings.Practice;

/// <summary>What the rules of autonomy and ownership count of entries and duties.</summary>
/// <param name="Finished">Experiments, assignments and plan items that are done.</param>
/// <param name="PlanItems">Plan items, given-up ones left out.</param>
/// <param name="Mentees">Those of them that the mentee owns.</param>
/// <param name="AskedByMentee">Check-ins held that the mentee had asked for.</param>
public sealed record PracticeTally(int Finished, int PlanItems, int Mentees, int AskedByMentee)
{
    /// <summary>Nothing yet.</summary>
    public static PracticeTally None { get; } = new(0, 0, 0, 0);

    /// <summary>The count over a pairing's whole life, also of what has gone to pages.</summary>
    /// <param name="state">The pairing.</param>
    /// <returns>The tally; of pairings that an earlier release cut, without what it cut.</returns>
    public static PracticeTally Of(PairingState state) => state.Paged.Add(state.Entries, state.Duties);

    /// <summary>Adds entries and duties.</summary>
    internal PracticeTally Add(IReadOnlyCollection<Entry> entries, IReadOnlyCollection<Duty> duties)
    {
        var plan = entries.Where(entry => entry.Kind == EntryKind.PlanItem && entry.Status != EntryStatus.Dropped).ToList();
        return new PracticeTally(
            Finished + entries.Count(entry =>
                entry.Status == EntryStatus.Done && entry.Kind is EntryKind.Experiment or EntryKind.Assignment or EntryKind.PlanItem),
            PlanItems + plan.Count,
            Mentees + plan.Count(item => item.Owner == PairingSide.Mentee),
            AskedByMentee + duties.Count(duty =>
                duty is { Kind: DutyKind.CheckIn, Status: DutyStatus.Done, InitiatedBy: PairingSide.Mentee }));
    }
}
