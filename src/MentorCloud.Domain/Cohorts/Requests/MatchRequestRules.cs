using MentorCloud.Domain.Cohorts.Pairs;
using MentorCloud.Domain.Pairings;
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
            ?? RefusePlaces(context, offer.By, now);

    /// <summary>What somebody hears about the other person: that it is not possible, and nothing of why.</summary>
    public static Refusal Neutral() =>
        new(ErrorCodes.CandidateNotOffered, "This person cannot become your partner at present; choose somebody else.", "to");

    private static Refusal? RefuseMode(Choosing choosing, MatchOffer offer) => choosing.Mode switch
    {
        ChoosingMode.Closed => new Refusal(ErrorCodes.ChoosingClosed, "In this cohort the program matches; tell your program manager whom you wish for."),
        ChoosingMode.Hybrid when offer.ForbiddenBy.IsEmpty && offer.Rank > choosing.Candidates => new Refusal(
            ErrorCodes.CandidateNotOffered, $"Ask one of the {choosing.Candidates} candidates whom the program offers you.", "to"),
        _ => null,
    };

    private static Refusal? RefusePair(PairRulesState rules, MatchOffer offer)
    {
        var pinned = rules.PinnedTo(offer.Pair.Mentee) is { } mentor && mentor != offer.Pair.Mentor;
        return offer.ForbiddenBy.Length > 0 || rules.Forbids(offer.Pair) || pinned ? Neutral() : null;
    }

    /// <summary>Whoever has no place now is not asked. It is looked at again, for certain, when the other side consents.</summary>
    private static Refusal? RefusePlaces(MatchRequestContext context, PairingSide by, DateTimeOffset now)
    {
        var slot = new PairingSlot(default, default, context.Cohort.Id, now);
        var (self, other) = by == PairingSide.Mentee ? (context.Mentee, context.Mentor) : (context.Mentor, context.Mentee);
        return ParticipantDecisions.ReserveSlot(self, slot).Refusal
            ?? (ParticipantDecisions.ReserveSlot(other, slot).Refusal is null ? null : Neutral());
    }
}
