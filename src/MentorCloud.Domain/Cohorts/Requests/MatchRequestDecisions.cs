using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.Cohorts.Requests;

/// <summary>What a match request decides: asking, consent, and that it never goes silent (requirements 18 and 31).</summary>
public static class MatchRequestDecisions
{
    /// <summary>Asks. The two may have asked before; while a request waits there is no second one, from neither side.</summary>
    /// <param name="state">Their earlier request; null for the first.</param>
    /// <param name="actor">Who asks: the side that the offer names.</param>
    /// <param name="context">Cohort, its pins and vetoes, and the two people.</param>
    /// <param name="offer">What is asked.</param>
    /// <param name="now">The instant.</param>
    /// <returns>
    /// The waiting request; NOT_FOUND, COHORT_NOT_OPEN, CHOOSING_CLOSED, MATCH_REQUEST_OPEN, CANDIDATE_NOT_OFFERED for whatever
    /// stands in the way at the other side, and for oneself MENTEE_ALREADY_PAIRED, MENTOR_CAPACITY_EXHAUSTED, MENTOR_OVERLOADED.
    /// </returns>
    public static Decision<MatchRequestState> Send(
        MatchRequestState? state, Actor actor, MatchRequestContext context, MatchOffer offer, DateTimeOffset now)
    {
        if (RefuseSending(state, actor, context, offer, now) is { } refusal)
        {
            return refusal;
        }

        var cohort = context.Cohort;
        var days = cohort.Design.Choosing.RequestDays;
        var request = new MatchRequestState
        {
            Id = MatchRequestState.IdOf(offer),
            Tenant = cohort.Tenant,
            Offer = offer,
            Number = (state?.Number ?? 0) + 1,
            WeightsVersion = cohort.WeightsVersion,
            Type = cohort.Design.Type,
            CadenceDays = cohort.Design.CadenceDays,
            Numbers = cohort.Design.Numbers,
            PairingEndsAt = cohort.PairingsEndAt(now),
            SentAt = now,
            RemindAt = now.AddDays((days + 1) / 2),
            ExpiresAt = now.AddDays(days),
            MovedAt = now,
        };
        return Decision<MatchRequestState>.Accept(
            request, new MatchRequested(request.Id, offer.Cohort, offer.Pair.Mentor, offer.Pair.Mentee, offer.By));
    }

    /// <summary>The other side consents; places are reserved next. Consenting again changes nothing.</summary>
    /// <param name="state">The request.</param>
    /// <param name="actor">Who consents.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The request, being accepted; NOT_FOUND, FORBIDDEN to the side that asked, MATCH_REQUEST_OVER.</returns>
    public static Decision<MatchRequestState> Accept(MatchRequestState state, Actor actor, DateTimeOffset now)
    {
        if (RefuseOtherThan(state, actor, state.Asked) is { } stranger)
        {
            return stranger;
        }

        return state.Status is MatchRequestStatus.Accepting or MatchRequestStatus.Matched
            ? Decision<MatchRequestState>.Accept(state)
            : RefuseOver(state, now) is { } over ? over
            : Decision<MatchRequestState>.Accept(state with { Status = MatchRequestStatus.Accepting, MovedAt = now });
    }

    /// <summary>The other side declines, without having to say why.</summary>
    /// <param name="state">The request.</param>
    /// <param name="actor">Who declines.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The declined request; NOT_FOUND, FORBIDDEN to the side that asked, MATCH_REQUEST_OVER.</returns>
    public static Decision<MatchRequestState> Decline(MatchRequestState state, Actor actor, DateTimeOffset now) =>
        Close(state, actor, state.Asked, MatchRequestStatus.Declined, now);

    /// <summary>The side that asked takes it back.</summary>
    /// <param name="state">The request.</param>
    /// <param name="actor">Who takes it back.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The withdrawn request; NOT_FOUND, FORBIDDEN to the other side, MATCH_REQUEST_OVER.</returns>
    public static Decision<MatchRequestState> Withdraw(MatchRequestState state, Actor actor, DateTimeOffset now) =>
        Close(state, actor, state.Asking, MatchRequestStatus.Withdrawn, now);

    /// <summary>Places are reserved and the pairing is prepared: by this write the two are matched.</summary>
    /// <param name="state">The request being accepted.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The matched request.</returns>
    public static Decision<MatchRequestState> Match(MatchRequestState state, DateTimeOffset now) =>
        state.Status != MatchRequestStatus.Accepting ? Decision<MatchRequestState>.Accept(state) : End(state, MatchRequestStatus.Matched, now);

    /// <summary>A place was refused. The request waits on until it expires, unless the mentee has found another mentor.</summary>
    /// <param name="state">The request being accepted.</param>
    /// <param name="reason">Why.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The request, waiting or overtaken.</returns>
    public static Decision<MatchRequestState> Reopen(MatchRequestState state, Refusal reason, DateTimeOffset now)
    {
        if (state.Status != MatchRequestStatus.Accepting)
        {
            return Decision<MatchRequestState>.Accept(state);
        }

        var refused = state with { LastRefusal = ToAsked(state, reason) };
        return reason.Code == ErrorCodes.MenteeAlreadyPaired
            ? End(refused, MatchRequestStatus.Overtaken, now)
            : Decision<MatchRequestState>.Accept(
                refused with { Status = MatchRequestStatus.Open, MovedAt = now },
                new MatchRequestRefused(state.Id, state.Offer.Cohort, state.Offer.Pair.Mentor, state.Offer.Pair.Mentee, reason.Code));
    }

    /// <summary>The pairing has learnt that it is real.</summary>
    /// <param name="state">The matched request.</param>
    /// <returns>The request; nothing is left to do.</returns>
    public static Decision<MatchRequestState> Tell(MatchRequestState state) =>
        state is { Status: MatchRequestStatus.Matched, Told: false } ? Decision<MatchRequestState>.Accept(state with { Told = true }) : Decision<MatchRequestState>.Accept(state);

    /// <summary>Time has passed: reminds once, then expires. After an outage both may be due; each is told.</summary>
    /// <param name="state">The request.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The request; unchanged when nothing is due.</returns>
    public static Decision<MatchRequestState> Tick(MatchRequestState state, DateTimeOffset now)
    {
        if (state.Status != MatchRequestStatus.Open)
        {
            return Decision<MatchRequestState>.Accept(state);
        }

        if (!state.Reminded && state.RemindAt <= now)
        {
            var pair = state.Offer.Pair;

            // Late by an outage: the other side still has the time between reminder and expiry.
            var expiresAt = now - state.RemindAt > TimeSpan.FromHours(1) ? now + (state.ExpiresAt - state.RemindAt) : state.ExpiresAt;
            return Decision<MatchRequestState>.Accept(
                state with { Reminded = true, ExpiresAt = expiresAt }, new MatchRequestReminded(state.Id, state.Offer.Cohort, pair.Mentor, pair.Mentee, expiresAt));
        }

        return state.Reminded && state.ExpiresAt <= now ? End(state, MatchRequestStatus.Expired, now) : Decision<MatchRequestState>.Accept(state);
    }

    /// <summary>Refuses everybody but the two, the program's managers and the system, as if there were no request.</summary>
    /// <param name="state">The request.</param>
    /// <param name="actor">Who asks.</param>
    /// <returns>NOT_FOUND, or null.</returns>
    public static Refusal? RefuseViewer(MatchRequestState state, Actor actor)
    {
        var may = actor.Kind != ActorKind.User || actor.Holds(Role.TenantAdmin | Role.ProgramManager)
            || actor.Participant == state.Asked || actor.Participant == state.Asking;
        return may ? null : Unknown();
    }

    /// <summary>What the side that consents hears: of a mentor's places and hours, a mentee hears nothing.</summary>
    private static Refusal ToAsked(MatchRequestState state, Refusal reason) =>
        reason.Code is ErrorCodes.MentorCapacityExhausted or ErrorCodes.MentorOverloaded && state.Asked != state.Offer.Pair.Mentor
            ? MatchRequestRules.Neutral() with { Field = null }
            : reason;

    private static Decision<MatchRequestState> Close(
        MatchRequestState state, Actor actor, ParticipantId side, MatchRequestStatus status, DateTimeOffset now)
    {
        if (RefuseOtherThan(state, actor, side) is { } stranger)
        {
            return stranger;
        }

        return state.Status == status ? Decision<MatchRequestState>.Accept(state)
            : RefuseOver(state, now) is { } over ? over : End(state, status, now);
    }

    private static Decision<MatchRequestState> End(MatchRequestState state, MatchRequestStatus status, DateTimeOffset now)
    {
        var pair = state.Offer.Pair;
        return Decision<MatchRequestState>.Accept(
            state with { Status = status, EndedAt = now, MovedAt = now },
            new MatchRequestEnded(state.Id, state.Offer.Cohort, pair.Mentor, pair.Mentee, status));
    }

    private static Refusal? RefuseSending(
        MatchRequestState? state, Actor actor, MatchRequestContext context, MatchOffer offer, DateTimeOffset now)
    {
        var asking = offer.By == Pairings.PairingSide.Mentor ? offer.Pair.Mentor : offer.Pair.Mentee;
        return (actor.Kind == ActorKind.User && actor.Participant == asking ? null : Unknown())
            ?? CohortDecisions.RefuseRound(context.Cohort, now)
            ?? (state?.Status is MatchRequestStatus.Open or MatchRequestStatus.Accepting
                ? new Refusal(ErrorCodes.MatchRequestOpen, "A request between you two waits already; answer it, or wait for the answer.", "to")
                : null)
            ?? MatchRequestRules.Refuse(context, offer, now);
    }

    private static Refusal? RefuseOtherThan(MatchRequestState state, Actor actor, ParticipantId side) =>
        actor.Kind == ActorKind.User && actor.Participant == side ? null
        : actor.Kind == ActorKind.User && (actor.Participant == state.Asked || actor.Participant == state.Asking)
            ? new Refusal(ErrorCodes.MatchRequestOtherSide, "Only the other side of this request can do that.")
            : Unknown();

    /// <summary>An answer may come between the moment of expiry and the timer: what counts is the moment.</summary>
    private static Refusal? RefuseOver(MatchRequestState state, DateTimeOffset now) =>
        state.Status == MatchRequestStatus.Open && (!state.Reminded || state.ExpiresAt > now)
            ? null
            : new Refusal(
                ErrorCodes.MatchRequestOver,
                $"The request is {(state.Status == MatchRequestStatus.Open ? MatchRequestStatus.Expired : state.Status)}; ask again if you still want it.");

    private static Refusal Unknown() => new(ErrorCodes.NotFound, "There is no such match request.");
}
