using System.Collections.Immutable;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.Cohorts.Events;

/// <summary>What an event of a cohort decides.</summary>
public static class CohortEventDecisions
{
    /// <summary>Plans the event, or moves one that has not begun.</summary>
    /// <param name="state">The event; null for a new one.</param>
    /// <param name="id">Its id.</param>
    /// <param name="plan">What is planned.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The event; INPUT_INVALID, EVENT_OVER. Moving asks everybody for an answer again.</returns>
    public static Decision<CohortEventState> Plan(CohortEventState? state, CohortEventId id, PlanCohortEvent plan, DateTimeOffset now)
    {
        var refusal = (state is null ? null : RefuseOver(state, now)) ?? Inputs.Line(plan.Title, "title")
            ?? Inputs.Range(plan.Minutes, "minutes", 15, 960)
            ?? (plan.StartsAt > now ? null : Inputs.Invalid("startsAt", "must lie in the future"))
            ?? (state is null || state.Plan.Cohort == plan.Cohort ? null : Inputs.Invalid("cohort", "cannot change"));
        if (refusal is not null)
        {
            return refusal;
        }

        var wanted = plan with { StartsAt = plan.StartsAt.ToUniversalTime() };
        var planned = (state ?? new CohortEventState { Id = id, Plan = wanted }) with { Plan = wanted };
        var moved = state is not null && state.Plan.StartsAt != wanted.StartsAt;
        return Decision<CohortEventState>.Accept(
            moved ? planned with { Invitations = [.. planned.Invitations.Select(each => each with { Status = InvitationStatus.Invited })] } : planned,
            new CohortEventPlanned(id, plan.Cohort, wanted.StartsAt));
    }

    /// <summary>Invites people; those who are invited stay as they are.</summary>
    /// <param name="state">The event.</param>
    /// <param name="participants">Who, 1..500.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The event; INPUT_INVALID, EVENT_OVER, LIMIT_REACHED.</returns>
    public static Decision<CohortEventState> Invite(CohortEventState state, ImmutableArray<ParticipantId> participants, DateTimeOffset now)
    {
        if ((RefuseOver(state, now) ?? Inputs.Count(participants, "participants", 1, CohortEventState.MostInvited)) is { } refusal)
        {
            return refusal;
        }

        ImmutableArray<ParticipantId> added = [.. participants.Distinct().Except(state.Invitations.Select(each => each.Participant))];
        if (state.Invitations.Length + added.Length > CohortEventState.MostInvited)
        {
            return new Refusal(ErrorCodes.LimitReached, $"At most {CohortEventState.MostInvited} people can be invited; plan a second event.", "participants");
        }

        return added.IsEmpty
            ? Decision<CohortEventState>.Accept(state)
            : Decision<CohortEventState>.Accept(
                state with { Invitations = [.. state.Invitations, .. added.Select(each => new Invitation(each, InvitationStatus.Invited))] },
                new CohortEventInvited(state.Id, added));
    }

    /// <summary>Answers an invitation, also another way than before.</summary>
    /// <param name="state">The event.</param>
    /// <param name="actor">Somebody invited; nobody else finds the event.</param>
    /// <param name="accept">Whether.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The event; NOT_FOUND, EVENT_OVER.</returns>
    public static Decision<CohortEventState> Answer(CohortEventState state, Actor actor, bool accept, DateTimeOffset now)
    {
        if (actor.Kind != ActorKind.User || actor.Participant is not { } self || state.Invitations.All(each => each.Participant != self))
        {
            return new Refusal(ErrorCodes.NotFound, "There is no such event.");
        }

        var status = accept ? InvitationStatus.Accepted : InvitationStatus.Declined;
        return RefuseOver(state, now) is { } refusal
            ? refusal
            : Decision<CohortEventState>.Accept(With(state, each => each.Participant == self ? status : each.Status));
    }

    /// <summary>Records who was there, once the event has begun; whoever is not named was absent.</summary>
    /// <param name="state">The event.</param>
    /// <param name="attended">Who was there; all of them invited.</param>
    /// <param name="notes">Notes, at most 4,000 characters.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The event; INPUT_INVALID, EVENT_NOT_BEGUN.</returns>
    public static Decision<CohortEventState> Record(
        CohortEventState state, ImmutableArray<ParticipantId> attended, string notes, DateTimeOffset now)
    {
        var invited = state.Invitations.Select(each => each.Participant).ToHashSet();
        var refusal = (state.IsCancelled || state.Plan.StartsAt > now
                ? new Refusal(ErrorCodes.EventNotBegun, "Attendance is recorded once the event has begun.") : null)
            ?? Inputs.FirstOf(attended, (each, index) =>
                invited.Contains(each) ? null : Inputs.Invalid($"attended.{index}", "was not invited"))
            ?? Inputs.Paragraph(notes, "notes", required: false);
        if (refusal is not null)
        {
            return refusal;
        }

        var there = attended.ToHashSet();
        var recorded = With(state, each => there.Contains(each.Participant) ? InvitationStatus.Attended : InvitationStatus.Absent);
        return Decision<CohortEventState>.Accept(
            recorded with { Notes = notes }, new CohortEventAttended(state.Id, there.Count, state.Invitations.Length - there.Count));
    }

    /// <summary>Calls the event off; calling it off again changes nothing.</summary>
    /// <param name="state">The event.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The event; EVENT_OVER.</returns>
    public static Decision<CohortEventState> Cancel(CohortEventState state, DateTimeOffset now)
    {
        if (state.IsCancelled)
        {
            return Decision<CohortEventState>.Accept(state);
        }

        return RefuseOver(state, now) is { } refusal
            ? refusal
            : Decision<CohortEventState>.Accept(state with { IsCancelled = true }, new CohortEventCancelled(state.Id));
    }

    /// <summary>What a viewer may see: the program's side everything, somebody invited the event and their own invitation.</summary>
    /// <param name="state">The event.</param>
    /// <param name="actor">The viewer.</param>
    /// <returns>The event as they may see it; null when they may not.</returns>
    public static CohortEventState? View(CohortEventState state, Actor actor)
    {
        if (PairingAccess.IsProgramSide(actor))
        {
            return state;
        }

        var own = state.Invitations.Where(each => each.Participant == actor.Participant).ToImmutableArray();
        return own.IsEmpty ? null : state with { Invitations = own };
    }

    private static CohortEventState With(CohortEventState state, Func<Invitation, InvitationStatus> status) =>
        state with { Invitations = [.. state.Invitations.Select(each => each with { Status = status(each) })] };

    private static Refusal? RefuseOver(CohortEventState state, DateTimeOffset now) => state.IsCancelled || state.Plan.StartsAt <= now
        ? new Refusal(ErrorCodes.EventOver, "This event has begun or was called off; plan another one.")
        : null;
}
