using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.People;

/// <summary>What a participant decides about leaving the company and coming back (requirement 60).</summary>
public static class ParticipantDeparture
{
    /// <summary>Takes note that the person left: nobody is paired with them any more, and whatever holds them is to end. Again changes nothing.</summary>
    /// <param name="state">The participant.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The participant; PARTICIPANT_ERASED.</returns>
    public static Decision<ParticipantState> Depart(ParticipantState state, DateTimeOffset now)
    {
        if (ParticipantErasure.RefuseErased(state) is { } refusal)
        {
            return refusal;
        }

        return state.DepartedAt is not null
            ? Decision<ParticipantState>.Accept(state)
            : Decision<ParticipantState>.Accept(
                state with { DepartedAt = now, WorkAskedAt = now, Preferences = [] }, new ParticipantDeparted(state.Id, state.Slots.Length));
    }

    /// <summary>Takes note that the person is back. The pairings that ended stay ended; who has not left stays as they are.</summary>
    /// <param name="state">The participant.</param>
    /// <returns>The participant; PARTICIPANT_ERASED, PARTICIPANT_STILL_PAIRED while pairings are still being ended.</returns>
    public static Decision<ParticipantState> Return(ParticipantState state)
    {
        if (ParticipantErasure.RefuseErased(state) is { } refusal)
        {
            return refusal;
        }

        if (state.DepartedAt is null)
        {
            return Decision<ParticipantState>.Accept(state);
        }

        return state.IsAtWork
            ? new Refusal(ErrorCodes.ParticipantStillPaired, $"{state.Slots.Length} pairings are still being ended; try again in a minute.")
            : Decision<ParticipantState>.Accept(state with { DepartedAt = null }, new ParticipantReturned(state.Id));
    }

    /// <summary>Refuses whoever takes part in nothing any more: they left, or their data was erased.</summary>
    /// <param name="state">The participant.</param>
    /// <returns>PARTICIPANT_ERASED, PARTICIPANT_DEPARTED; null for everybody else.</returns>
    public static Refusal? RefuseGone(ParticipantState state) => ParticipantErasure.RefuseErased(state) ?? (state.DepartedAt is null
        ? null
        : new Refusal(ErrorCodes.ParticipantDeparted, "This person has left the company; choose somebody else, or report that they are back."));
}
