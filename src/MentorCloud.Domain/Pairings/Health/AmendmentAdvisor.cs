using System.Collections.Immutable;
using MentorCloud.Domain.Pairings.Cadence;

namespace MentorCloud.Domain.Pairings.Health;

/// <summary>Finds what the next contract amendment should look at.</summary>
public static class AmendmentAdvisor
{
    /// <summary>Looks at ratings and facts.</summary>
    /// <param name="state">The pairing.</param>
    /// <returns>Advice, in order of the enumeration.</returns>
    public static ImmutableArray<AmendmentAdvice> Of(PairingState state)
    {
        var checkIns = state.Duties.Where(duty => duty is { Kind: DutyKind.CheckIn, IsOpen: false }).TakeLast(4);
        var ratings = state.Ratings.TakeLast(3).Select(rating => rating.Score).ToList();
        var share = state.Feedback.Praise + state.Feedback.Critique >= 5 ? state.Feedback.PraiseShare : null;
        return
        [
            .. from advice in new (AmendmentAdvice Advice, bool Holds)[]
            {
                (AmendmentAdvice.Cadence, checkIns.Count(duty => duty.Status == DutyStatus.Missed) >= 2),
                (AmendmentAdvice.MentorRole, ratings.Count > 0 && ratings.Average() < 3),
                (AmendmentAdvice.Sessions, state.Health.Reasons.Contains(HealthReason.SessionsRatedLow)),
                (AmendmentAdvice.Hours, state.Hours.TakeLast(2).Any(month => month.Overloaded)),
                (AmendmentAdvice.Objectives, ProgressRule.ChecksWithout(state) > 0),
                (AmendmentAdvice.FeedbackBalance, share is < 0.2 or > 0.9),
            }
            where advice.Holds
            select advice.Advice,
        ];
    }
}
