namespace MentorCloud.Domain.Pairings.Practice;

/// <summary>How much of the development plan the mentee owns (requirement 41).</summary>
/// <param name="Mentees">Plan items that the mentee owns.</param>
/// <param name="All">Plan items, given-up ones left out.</param>
public sealed record Ownership(int Mentees, int All)
{
    /// <summary>The mentee's share, 0..1; null without a plan.</summary>
    public double? Share => All == 0 ? null : (double)Mentees / All;

    /// <summary>The ownership among a pairing's newest entries.</summary>
    /// <param name="state">The pairing.</param>
    /// <returns>The ownership.</returns>
    public static Ownership Of(PairingState state)
    {
        var items = state.Entries.Where(entry => entry.Kind == EntryKind.PlanItem && entry.Status != EntryStatus.Dropped).ToList();
        return new Ownership(items.Count(item => item.Owner == PairingSide.Mentee), items.Count);
    }
}
