using System.Collections.Immutable;
using MentorCloud.Domain.Pairings.Cadence;

namespace MentorCloud.Domain.Pairings.Health;

/// <summary>How a session was rated. The newest are kept apart from the duties, which go to pages when they are many.</summary>
/// <param name="CheckIn">Number of the check-in.</param>
/// <param name="Mentor">The mentor's rating, 1..5; null while there is none.</param>
/// <param name="Mentee">The mentee's rating, 1..5; null while there is none.</param>
public sealed record RatedSession(int CheckIn, int? Mentor, int? Mentee)
{
    /// <summary>How many are kept, and how many must be rated low to be a reason.</summary>
    public const int Kept = 3;

    /// <summary>The mean of both ratings, or the one there is.</summary>
    public double Mean => ((Mentor ?? Mentee)!.Value + (Mentee ?? Mentor)!.Value) / 2.0;

    /// <summary>The newest rated sessions of a pairing; in states of earlier releases, of those that are still with it.</summary>
    /// <param name="state">The pairing.</param>
    /// <returns>At most three, oldest first.</returns>
    public static ImmutableArray<RatedSession> Of(PairingState state) => !state.Rated.IsEmpty ? state.Rated :
    [
        .. state.Duties.Where(duty => duty is { Kind: DutyKind.CheckIn, IsAnswered: true })
            .Select(duty => new RatedSession(duty.Number, duty.MentorScore, duty.MenteeScore)).TakeLast(Kept),
    ];

    /// <summary>The newest rated sessions when one was rated, the first time or anew.</summary>
    /// <param name="state">The pairing as it was before.</param>
    /// <param name="held">The check-in with its ratings.</param>
    /// <returns>At most three, oldest first.</returns>
    internal static ImmutableArray<RatedSession> With(PairingState state, Duty held) =>
    [
        .. Of(state).Where(session => session.CheckIn != held.Number).Append(new RatedSession(held.Number, held.MentorScore, held.MenteeScore))
            .OrderBy(session => session.CheckIn).TakeLast(Kept),
    ];
}
