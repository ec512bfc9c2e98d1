namespace MentorCloud.Domain.Pairings.Practice;

/// <summary>How much of the development plan the mentee owns (requirement 41).</summary>
/// <param name="Mentees">Plan items that the mentee owns.</param>
/// <param name="All">Plan items, given-up ones left out.</param>
public sealed record Ownership(int Mentees, int All)
{
    /// <summary>The mentee's share, 0..1; null without a plan.</summary>
    public double? Share => All == 0 ? null : (double)Mentees / All;

    /// <summary>The ownership over a pairing's whole life.</summary>
    /// <param name="state">The pairing.</param>
    /// <returns>The ownership.</returns>
    public static Ownership Of(PairingState state)
    {
        var tally = PracticeTally.Of(state);
        return new Ownership(tally.Mentees, tally.PlanItems);
    }
}
