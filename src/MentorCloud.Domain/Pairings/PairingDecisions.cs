using System.Collections.Immutable;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Cadence.Meetings;
using MentorCloud.Domain.Pairings.Growth;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.Pairings;

/// <summary>What a pairing decides about its own making and its end.</summary>
public static class PairingDecisions
{
    /// <summary>Prepares the pairing; preparing again for the same round changes nothing.</summary>
    /// <param name="state">Null, or what an earlier attempt prepared.</param>
    /// <param name="tenant">Its tenant.</param>
    /// <param name="id">Its id.</param>
    /// <param name="command">What it is made of.</param>
    /// <returns>The prepared pairing.</returns>
    public static Decision<PairingState> Prepare(PairingState? state, TenantId tenant, PairingId id, PreparePairing command) => state switch
    {
        null => Decision<PairingState>.Accept(new PairingState { Id = id, Tenant = tenant, Origin = command, EndsAt = command.EndsAt }),
        { Stage: PairingStage.Released } => Decision<PairingState>.Accept(
            state with { Stage = PairingStage.Prepared, Origin = command, EndsAt = command.EndsAt }),
        _ => Decision<PairingState>.Accept(state),
    };

    /// <summary>Undoes the preparation.</summary>
    /// <param name="state">The pairing; one that is not prepared stays as it is.</param>
    /// <returns>The released pairing.</returns>
    public static Decision<PairingState> Release(PairingState state) => state.Stage == PairingStage.Prepared
        ? Decision<PairingState>.Accept(state with { Stage = PairingStage.Released })
        : Decision<PairingState>.Accept(state);

    /// <summary>Learns that the round is published: from here the pairing exists for people.</summary>
    /// <param name="state">The pairing; a published one stays as it is.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The pairing, contracting; PAIRING_RELEASED.</returns>
    public static Decision<PairingState> Publish(PairingState state, DateTimeOffset now) => state.Stage switch
    {
        PairingStage.Prepared => Decision<PairingState>.Accept(
            DutySchedule.BeginContracting(state with { Stage = PairingStage.Contracting, PublishedAt = now }, now),
            new PairingPublished(state.Id, state.Origin.Cohort, state.Mentor, state.Mentee)),
        PairingStage.Released => new Refusal(ErrorCodes.PairingReleased, "The round that prepared this pairing was released."),
        _ => Decision<PairingState>.Accept(state),
    };

    /// <summary>What was still to be done to the participants is done.</summary>
    /// <param name="state">The pairing.</param>
    /// <param name="effects">What was done.</param>
    /// <returns>The pairing without it.</returns>
    public static Decision<PairingState> FinishEffects(PairingState state, ImmutableArray<PairingEffect> effects) =>
        Decision<PairingState>.Accept(state with { Effects = state.Effects.RemoveRange(effects) });

    /// <summary>Ends the pairing: nothing falls due any more, and both partners are to be freed.</summary>
    internal static Decision<PairingState> End(PairingState state, PairingOutcome outcome, DateTimeOffset now, params ImmutableArray<Fact> facts)
    {
        var ended = Review360Decisions.CloseAll(state) with
        {
            Stage = PairingStage.Ended,
            Outcome = outcome,
            EndedAt = now,
            Pause = null,
            TermProposal = null,
            Meetings = [],
            Duties = state.Duties.RemoveAll(duty => duty.IsOpen),
            Effects = state.Effects.Add(new PairingEffect(PairingEffectKind.ReleaseSlots)),
        };
        var fact = new PairingEnded(state.Id, state.Origin.Cohort, state.Mentor, state.Mentee, outcome);
        return Decision<PairingState>.Accept(ended, [.. facts, .. MeetingDecisions.CallAllOff(state, now), fact]);
    }
}
