using System.Collections.Immutable;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings.Health;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.Pairings.Cover;

/// <summary>What the search for another mentor decides.</summary>
public static class CoverDecisions
{
    /// <summary>
    /// Opens the search. A later reason begins it anew: alternatives that were ranked for an earlier one are out of date. Only
    /// while a choice is being carried out nothing changes but the reason.
    /// </summary>
    /// <param name="state">Null, or the search before.</param>
    /// <param name="tenant">The tenant.</param>
    /// <param name="command">What it is about.</param>
    /// <param name="at">When the fact that asks for it happened, UTC: repeating the same fact changes nothing.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The search.</returns>
    public static Decision<CoverState> Open(CoverState? state, TenantId tenant, OpenCover command, DateTimeOffset at, DateTimeOffset now)
    {
        if (state is not null && (at <= state.OpenedAt || state.Status == CoverStatus.Placed))
        {
            return Decision<CoverState>.Accept(state);
        }

        return Decision<CoverState>.Accept(state is { Status: CoverStatus.Placing }
            ? state with { Case = command }
            : new CoverState { Tenant = tenant, Case = command, OpenedAt = at, MovedAt = now });
    }

    /// <summary>Takes the engine's alternatives.</summary>
    /// <param name="state">The search; one that does not search stays as it is.</param>
    /// <param name="alternatives">Best first.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The search with its proposals.</returns>
    public static Decision<CoverState> Propose(CoverState state, ImmutableArray<Proposal> alternatives, DateTimeOffset now) =>
        state.Status != CoverStatus.Searching
            ? Decision<CoverState>.Accept(state)
            : Decision<CoverState>.Accept(
                state with
                {
                    Status = CoverStatus.Proposed,
                    Alternatives = [.. alternatives.Take(CoverState.MostAlternatives)],
                    MovedAt = now,
                },
                new CoverProposed(state.Case.Pairing, state.Case.Cohort, state.Case.Mentee, Math.Min(alternatives.Length, CoverState.MostAlternatives)));

    /// <summary>Looks again, for capacity that has come free.</summary>
    /// <param name="state">The search.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The search; COVER_NOT_PROPOSED.</returns>
    public static Decision<CoverState> Search(CoverState state, DateTimeOffset now) => RefuseDecision(state) is { } refusal
        ? refusal
        : Decision<CoverState>.Accept(state with { Status = CoverStatus.Searching, Alternatives = [], Failure = null, MovedAt = now });

    /// <summary>Chooses an alternative; the new pairing is made from here on.</summary>
    /// <param name="state">The search.</param>
    /// <param name="mentor">One of the alternatives.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The search; COVER_NOT_PROPOSED, INPUT_INVALID.</returns>
    public static Decision<CoverState> Accept(CoverState state, ParticipantId mentor, DateTimeOffset now)
    {
        var refusal = RefuseDecision(state) ?? (state.Alternatives.Any(each => each.Mentor == mentor)
            ? null : Inputs.Invalid("mentor", "is none of the alternatives; look again to have others"));
        return refusal is not null
            ? refusal
            : Decision<CoverState>.Accept(state with { Status = CoverStatus.Placing, Chosen = mentor, Failure = null, MovedAt = now });
    }

    /// <summary>Decides that nobody else is needed.</summary>
    /// <param name="state">The search.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The search; COVER_NOT_PROPOSED.</returns>
    public static Decision<CoverState> Decline(CoverState state, DateTimeOffset now) => RefuseDecision(state) is { } refusal
        ? refusal
        : Decision<CoverState>.Accept(
            state with { Status = CoverStatus.Declined, ClosedAt = now, MovedAt = now }, new CoverDeclined(state.Case.Pairing, state.Case.Cohort));

    /// <summary>
    /// Whether a fact takes the reason of a search for a stall: the pairing makes progress again or is over. One that ends because
    /// a request is granted has asked for another search before, and this one goes on with it.
    /// </summary>
    /// <param name="fact">What happened to the pairing.</param>
    /// <returns>True when <see cref="Lapse"/> is to be told.</returns>
    public static bool TakesReason(Fact fact) => fact switch
    {
        PairingHealthChanged changed => changed is { From: HealthStatus.Stalled, To: not HealthStatus.Stalled },
        PairingEnded ended => ended.Outcome is not PairingOutcome.Reassigned,
        _ => false,
    };

    /// <summary>The pairing makes progress again or is over, so that a search for its stall has lost its reason.</summary>
    /// <param name="state">The search. One for a request or a departure goes on, and so does what is being carried out.</param>
    /// <param name="ending">How the pairing ended; null when it makes progress again.</param>
    /// <param name="at">When that happened, UTC; before the search was opened it changes nothing.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The search, closed.</returns>
    public static Decision<CoverState> Lapse(CoverState state, PairingOutcome? ending, DateTimeOffset at, DateTimeOffset now) =>
        state is { Case.Reason: CoverReason.Stalled, Status: CoverStatus.Searching or CoverStatus.Proposed } && at >= state.OpenedAt
            ? Decision<CoverState>.Accept(
                state with { Status = CoverStatus.Lapsed, Ending = ending, ClosedAt = now, MovedAt = now }, new CoverLapsed(state.Case.Pairing, state.Case.Cohort))
            : Decision<CoverState>.Accept(state);

    /// <summary>The new pairing is there.</summary>
    /// <param name="state">The search.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The search, closed.</returns>
    public static Decision<CoverState> Place(CoverState state, DateTimeOffset now) => state.Status != CoverStatus.Placing
        ? Decision<CoverState>.Accept(state)
        : Decision<CoverState>.Accept(
            state with { Status = CoverStatus.Placed, ClosedAt = now, MovedAt = now },
            new CoverPlaced(state.Case.Pairing, state.Successor!.Value, state.Chosen!.Value, state.Case.Mentee));

    /// <summary>The choice could not be carried out; the alternative is taken off and the others wait again.</summary>
    /// <param name="state">The search.</param>
    /// <param name="reason">Why not.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The search with what is left of its proposals.</returns>
    public static Decision<CoverState> Fail(CoverState state, Refusal reason, DateTimeOffset now) => state.Status != CoverStatus.Placing
        ? Decision<CoverState>.Accept(state)
        : Decision<CoverState>.Accept(state with
        {
            Status = CoverStatus.Proposed,
            Alternatives = state.Alternatives.RemoveAll(each => each.Mentor == state.Chosen),
            Chosen = null,
            Failure = reason,
            MovedAt = now,
        });

    private static Refusal? RefuseDecision(CoverState state) => state.Status == CoverStatus.Proposed
        ? null
        : new Refusal(ErrorCodes.CoverNotProposed, state.IsAtWork
            ? "The search is still under way; look again in a moment."
            : "This search is closed; nothing waits for a decision.");
}
