using System.Collections.Immutable;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Pairings.Contracts;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Time;

namespace MentorCloud.Domain.Pairings.Cadence;

/// <summary>What a pairing decides about pauses: every due date moves by as many days as the calendar shows.</summary>
internal static class PauseDecisions
{
    private const int LongestDays = 180;

    /// <summary>Pauses. NOT_FOUND, PAIRING_ENDED, PAIRING_PAUSED, PAIRING_CONTRACT_UNSIGNED, INPUT_INVALID.</summary>
    public static Decision<PairingState> Begin(PairingState state, PairingTurn turn, PausePairing command)
    {
        var zone = state.Origin.TimeZone;
        var days = command.Until.DayNumber - LocalTimes.DateIn(turn.Now, zone).DayNumber;
        var refusal = RefuseOutsider(state, turn) ?? PairingAccess.RefuseInactive(state) ?? Inputs.Line(command.Reason, "reason")
            ?? (days is >= 1 and <= LongestDays ? null : Inputs.Invalid("until", $"must lie 1 to {LongestDays} days ahead"));
        if (refusal is not null)
        {
            return refusal;
        }

        var pause = new PairingPause(
            turn.Now, LocalTimes.ToInstant(command.Until, TimeOnly.MinValue, zone), command.Reason,
            PairingAccess.IsPartner(state, turn.Actor) ? PairingAccess.SideOf(state, turn.Actor) : null);
        return Decision<PairingState>.Accept(
            state with { Stage = PairingStage.Paused, Pause = pause }, new PairingPaused(state.Id, pause.ResumesAt));
    }

    /// <summary>Resumes before the pause's own end. NOT_FOUND, PAIRING_NOT_PAUSED.</summary>
    public static Decision<PairingState> Resume(PairingState state, PairingTurn turn)
    {
        if (RefuseOutsider(state, turn) is { } refusal)
        {
            return refusal;
        }

        if (state.Pause is null)
        {
            return new Refusal(ErrorCodes.PairingNotPaused, "This pairing is not paused; there is nothing to resume.");
        }

        var facts = ImmutableArray.CreateBuilder<Fact>();
        var resumed = End(state, turn.Now, facts);
        return Decision<PairingState>.Accept(resumed, facts.ToImmutable());
    }

    /// <summary>Goes on at an instant, with everything moved.</summary>
    public static PairingState End(PairingState state, DateTimeOffset at, ImmutableArray<Fact>.Builder facts)
    {
        var zone = state.Origin.TimeZone;
        var days = LocalTimes.DateIn(at, zone).DayNumber - LocalTimes.DateIn(state.Pause!.Since, zone).DayNumber;
        facts.Add(new PairingResumed(state.Id, days));
        return DutySchedule.Move(MoveDays(state with { Stage = PairingStage.Active, Pause = null }, days), days);
    }

    /// <summary>Moves what is due on a day: milestones of the contract in force and of the one being drawn up, entries that are open.</summary>
    private static PairingState MoveDays(PairingState state, int days) => state with
    {
        Contracts = [.. state.Contracts.Select(version => version.Status is ContractStatus.Superseded or ContractStatus.Withdrawn ? version : version with
        {
            Terms = version.Terms with
            {
                Milestones = [.. version.Terms.Milestones.Select(milestone => milestone with { DueOn = Later(milestone.DueOn, days) })],
            },
        })],
        Entries = [.. state.Entries.Select(entry => entry.IsClosed ? entry : entry with { DueOn = Later(entry.DueOn, days) })],
    };

    private static DateOnly? Later(DateOnly? day, int days) => day is { Year: <= ContractTermsCheck.LastYear } near ? near.AddDays(days) : day;

    private static Refusal? RefuseOutsider(PairingState state, PairingTurn turn) =>
        PairingAccess.IsManager(turn.Actor)
            ? PairingAccess.RefuseOthersThanManagers(state, turn.Actor) : PairingAccess.RefuseStranger(state, turn.Actor);
}
