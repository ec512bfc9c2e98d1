using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.People;

/// <summary>What a participant decides about the erasure of their data (requirement 74).</summary>
public static class ParticipantErasure
{
    private const string NameAfterwards = "Erased person";

    /// <summary>Empties the profile for good; erasing again changes nothing. What they left elsewhere is removed step by step until <see cref="Finish"/>.</summary>
    /// <param name="state">The participant.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The participant without personal data; PARTICIPANT_STILL_PAIRED.</returns>
    public static Decision<ParticipantState> Erase(ParticipantState state, DateTimeOffset now)
    {
        if (state.ErasedAt is not null)
        {
            return Decision<ParticipantState>.Accept(state);
        }

        return state.Slots.IsEmpty
            ? Decision<ParticipantState>.Accept(
                state with { ErasedAt = now, WorkAskedAt = now, Profile = Emptied(state), Preferences = [] }, new ParticipantErased(state.Id))
            : new Refusal(
                ErrorCodes.ParticipantStillPaired,
                $"{state.Slots.Length} pairings hold this person; report the departure or decide the end of the term first.");
    }

    /// <summary>The last trace outside the participant is gone: the end of the erasure. Again, or before it began, changes nothing.</summary>
    /// <param name="state">The participant.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The participant.</returns>
    public static Decision<ParticipantState> Finish(ParticipantState state, DateTimeOffset now) => state is { ErasedAt: not null, ForgottenAt: null }
        ? Decision<ParticipantState>.Accept(state with { ForgottenAt = now, Past = [] }, new ParticipantForgotten(state.Id))
        : Decision<ParticipantState>.Accept(state);

    /// <summary>Whoever was erased joins no cohort, wishes for nobody and is paired with nobody.</summary>
    /// <param name="state">The participant.</param>
    /// <returns>PARTICIPANT_ERASED; null for everybody else.</returns>
    public static Refusal? RefuseErased(ParticipantState state) => state.ErasedAt is null
        ? null
        : new Refusal(ErrorCodes.ParticipantErased, "This person's data was erased; choose somebody else.");

    /// <summary>The customer's id goes too: registering it again does not find this person.</summary>
    private static RegisterParticipant Emptied(ParticipantState state) => new()
    {
        ExternalId = $"erased-{state.Id}",
        Kind = state.Profile.Kind,
        Name = NameAfterwards,
        Title = string.Empty,
        TimeZone = "Etc/UTC",
        HoursPerMonth = 0,
        MaxMentees = 0,
    };
}
