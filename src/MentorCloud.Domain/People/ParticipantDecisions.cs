using System.Collections.Immutable;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.People;

/// <summary>What a participant decides.</summary>
public static class ParticipantDecisions
{
    /// <summary>How many people somebody can wish for.</summary>
    public const int MostPreferences = 20;

    /// <summary>The id of the participant with an external id: the same on every call, so that nobody is registered twice.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="externalId">The customer's id for the person.</param>
    /// <returns>The participant's id.</returns>
    public static ParticipantId IdOf(TenantId tenant, string externalId) =>
        EntityId.Derive<ParticipantId>(tenant.Value, "participant", externalId);

    /// <summary>Registers the person, or revises the profile of one who is registered.</summary>
    /// <param name="state">Null for a new person.</param>
    /// <param name="tenant">The tenant.</param>
    /// <param name="command">The profile.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The participant; INPUT_INVALID, PARTICIPANT_CAPACITY_IN_USE.</returns>
    public static Decision<ParticipantState> Register(ParticipantState? state, TenantId tenant, RegisterParticipant command, DateTimeOffset now)
    {
        if (ParticipantProfileCheck.Check(command) is { } refusal)
        {
            return refusal;
        }

        if (state is null)
        {
            var id = IdOf(tenant, command.ExternalId);
            var registered = new ParticipantState { Id = id, Tenant = tenant, Profile = command, RegisteredAt = now };
            return Decision<ParticipantState>.Accept(registered, new ParticipantRegistered(id, command.Kind));
        }

        if (command.ExternalId != state.Profile.ExternalId)
        {
            return Inputs.Invalid("externalId", $"belongs to another person; this one is '{state.Profile.ExternalId}'");
        }

        if (command.MaxMentees < state.Slots.Length && command.Kind == ParticipantKind.Mentor)
        {
            return new Refusal(
                ErrorCodes.ParticipantCapacityInUse,
                $"{state.Slots.Length} mentees are assigned; end or move pairings before lowering the capacity to {command.MaxMentees}.",
                "maxMentees");
        }

        return command.Kind != state.Profile.Kind
            ? Inputs.Invalid("kind", "cannot change once a person is registered")
            : Decision<ParticipantState>.Accept(state with { Profile = command }, new ParticipantRevised(state.Id));
    }

    /// <summary>Makes the person a member of a cohort; a member stays one.</summary>
    /// <param name="state">The participant.</param>
    /// <param name="cohort">The cohort.</param>
    /// <returns>The member; PARTICIPANT_ERASED, PARTICIPANT_DEPARTED.</returns>
    public static Decision<ParticipantState> Join(ParticipantState state, CohortId cohort)
    {
        if (ParticipantDeparture.RefuseGone(state) is { } refusal)
        {
            return refusal;
        }

        return state.Cohorts.Contains(cohort)
            ? Decision<ParticipantState>.Accept(state)
            : Decision<ParticipantState>.Accept(state with { Cohorts = state.Cohorts.Add(cohort) }, new ParticipantEnrolled(state.Id, cohort));
    }

    /// <summary>Takes note of whom the person wishes for, in place of earlier wishes.</summary>
    /// <param name="state">The participant.</param>
    /// <param name="actor">Who says so: the person, or a manager or client for them.</param>
    /// <param name="ranked">People of the other side, first choice first; empty for no wish.</param>
    /// <returns>The participant; NOT_FOUND, PARTICIPANT_ERASED, PARTICIPANT_DEPARTED, INPUT_INVALID.</returns>
    public static Decision<ParticipantState> Prefer(ParticipantState state, Actor actor, ImmutableArray<ParticipantId> ranked)
    {
        var refusal = ParticipantAccess.RefuseViewer(state, actor)
            ?? ParticipantDeparture.RefuseGone(state)
            ?? Inputs.Count(ranked, "ranked", 0, MostPreferences)
            ?? Inputs.FirstOf(ranked, (each, index) => each == state.Id || ranked.IndexOf(each) != index
                ? Inputs.Invalid($"ranked.{index}", "names somebody twice, or the person themself") : null);
        if (refusal is not null)
        {
            return refusal;
        }

        return ranked.SequenceEqual(state.Preferences)
            ? Decision<ParticipantState>.Accept(state)
            : Decision<ParticipantState>.Accept(state with { Preferences = ranked }, new PreferencesStated(state.Id, ranked.Length));
    }

    /// <summary>
    /// Reserves a participant for a pairing: a unit of a mentor's capacity, across all cohorts (requirement 21), or a
    /// mentee's one place in the cohort. Reserving again for the same pairing changes nothing.
    /// </summary>
    /// <param name="state">The participant.</param>
    /// <param name="slot">The pairing, its other side and its cohort.</param>
    /// <returns>The participant, held; PARTICIPANT_ERASED, PARTICIPANT_DEPARTED, MENTOR_CAPACITY_EXHAUSTED, MENTOR_OVERLOADED, MENTEE_ALREADY_PAIRED.</returns>
    public static Decision<ParticipantState> ReserveSlot(ParticipantState state, PairingSlot slot)
    {
        if (state.Slots.Any(held => held.Pairing == slot.Pairing))
        {
            return Decision<ParticipantState>.Accept(state);
        }

        return RefuseSlot(state, slot) is { } refusal
            ? refusal
            : Decision<ParticipantState>.Accept(
                state with { Slots = state.Slots.Add(slot) }, new SlotReserved(state.Id, slot.Pairing, slot.Partner));
    }

    /// <summary>Frees a participant from a pairing; freeing one who is not held changes nothing.</summary>
    /// <param name="state">The participant.</param>
    /// <param name="pairing">The pairing.</param>
    /// <returns>The participant, free of it.</returns>
    public static Decision<ParticipantState> ReleaseSlot(ParticipantState state, PairingId pairing)
    {
        var slots = state.Slots.RemoveAll(slot => slot.Pairing == pairing);
        var overloads = state.Overloads.RemoveAll(overload => overload.Pairing == pairing);
        return slots.Length == state.Slots.Length
            ? Decision<ParticipantState>.Accept(state)
            : Decision<ParticipantState>.Accept(state with { Slots = slots, Overloads = overloads, Past = state.Past.Add(pairing) }, new SlotReleased(state.Id, pairing));
    }

    /// <summary>A pairing found that the mentor gives it more hours than agreed.</summary>
    /// <param name="state">The mentor.</param>
    /// <param name="overload">Which pairing, and until when. Noting the same again changes nothing.</param>
    /// <returns>The mentor, blocked for new assignments until then.</returns>
    public static Decision<ParticipantState> NoteOverload(ParticipantState state, MentorOverload overload) =>
        state.Overloads.Contains(overload) || state.Slots.All(slot => slot.Pairing != overload.Pairing)
            ? Decision<ParticipantState>.Accept(state)
            : Decision<ParticipantState>.Accept(state with
            {
                Overloads = [.. state.Overloads.Where(each => each.Pairing != overload.Pairing), overload],
            });

    private static Refusal? RefuseSlot(ParticipantState state, PairingSlot slot)
    {
        if (ParticipantDeparture.RefuseGone(state) is { } gone)
        {
            return gone;
        }

        if (state.Profile.Kind == ParticipantKind.Mentee)
        {
            return state.Slots.Any(held => held.Cohort == slot.Cohort)
                ? new Refusal(ErrorCodes.MenteeAlreadyPaired, $"{state.DisplayName} has a mentor in this cohort already; end that pairing first.")
                : null;
        }

        if (state.OverloadedUntil(slot.ReservedAt) is { } until)
        {
            return new Refusal(
                ErrorCodes.MentorOverloaded,
                $"{state.DisplayName} gives more hours than agreed; choose another mentor, or wait until the month is over ({until:yyyy-MM-dd HH:mm} UTC).");
        }

        return state.Slots.Length >= state.Profile.MaxMentees
            ? new Refusal(
                ErrorCodes.MentorCapacityExhausted,
                $"{state.DisplayName} has {state.Slots.Length} of {state.Profile.MaxMentees} mentees; raise the capacity or choose another mentor.")
            : null;
    }
}
