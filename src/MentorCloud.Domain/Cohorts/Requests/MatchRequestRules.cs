using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Cohorts.Pairs;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.Cohorts.Requests;

/// <summary>Whom one may ask.</summary>
internal static class MatchRequestRules
{
    /// <summary>Codes as <see cref="MatchRequestDecisions.Send"/> lists them; null when the other may be asked.</summary>
    public static Refusal? Refuse(MatchRequestContext context, MatchOffer offer, DateTimeOffset now) =>
        PairRuleDecisions.RefusePair(context.Cohort.Id, context.Mentor, context.Mentee)
            ?? RefuseMode(context.Cohort.Design.Choosing, offer)
            ?? RefusePair(context.Rules, offer)
            ?? RefusePlaces(context, now);

    private static Refusal? RefuseMode(Choosing choosing, MatchOffer offer) => choosing.Mode switch
    {
        ChoosingMode.Closed => new Refusal(ErrorCodes.ChoosingClosed, "In this cohort the program matches; tell your program manager whom you wish for."),
        ChoosingMode.Hybrid when offer.ForbiddenBy.IsEmpty && offer.Rank > choosing.Candidates => new Refusal(
            ErrorCodes.CandidateNotOffered, $"Ask one of the {choosing.Candidates} candidates whom the program offers you.", "to"),
        _ => null,
    };

    private static Refusal? RefusePair(PairRulesState rules, MatchOffer offer)
    {
        MatchRule[] forbidden = rules.Forbids(offer.Pair) ? [.. offer.ForbiddenBy, MatchRule.Veto] : [.. offer.ForbiddenBy];
        if (forbidden.Length > 0)
        {
            return new Refusal(ErrorCodes.MatchForbidden, $"The pair is forbidden: {string.Join(", ", forbidden.Select(MatchRuleWords.Of))}.", "to");
        }

        return rules.PinnedTo(offer.Pair.Mentee) is { } pinned && pinned != offer.Pair.Mentor
            ? new Refusal(ErrorCodes.MatchPinned, "The program has another mentor in mind for this mentee.", "to")
            : null;
    }

    /// <summary>Whoever has no place now is not asked. It is looked at again, for certain, when the other side consents.</summary>
    private static Refusal? RefusePlaces(MatchRequestContext context, DateTimeOffset now)
    {
        var slot = new PairingSlot(default, default, context.Cohort.Id, now);
        return ParticipantDecisions.ReserveSlot(context.Mentee, slot).Refusal ?? ParticipantDecisions.ReserveSlot(context.Mentor, slot).Refusal;
    }
}
