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
        var share = state.Feedback.Praise + state.Feedback.Critique >= 5 ? state.Feedback.PraiseShare : null;
        return
        [
            .. from advice in new (AmendmentAdvice Advice, bool Holds)[]
            {
                (AmendmentAdvice.Cadence, checkIns.Count(duty => duty.Status == DutyStatus.Missed) >= 2),
                (AmendmentAdvice.MentorRole, IsMentoringRatedLow(state)),
                (AmendmentAdvice.Sessions, state.Health.Reasons.Contains(HealthReason.SessionsRatedLow)),
                (AmendmentAdvice.Hours, state.Hours.TakeLast(2).Any(month => month.Overloaded)),
                (AmendmentAdvice.Objectives, ProgressRule.ChecksWithout(state) > 0),
                (AmendmentAdvice.FeedbackBalance, share is < 0.2 or > 0.9),
            }
            where advice.Holds
            select advice.Advice,
        ];
    }

    /// <summary>Among peers each rates the other's mentoring: one who is not helped is enough.</summary>
    private static bool IsMentoringRatedLow(PairingState state) =>
        state.Ratings.GroupBy(rating => rating.By).Any(own => own.TakeLast(3).Average(rating => rating.Score) < 3);
}
