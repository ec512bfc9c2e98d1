using MentorCloud.Domain.Pairings.Cadence;

namespace MentorCloud.Domain.Pairings.Health;

/// <summary>What the check-ins so far came to. It is counted apart from the duties, which go to pages when they are many.</summary>
/// <param name="MissedInARow">How many of the newest were missed, those called off left out.</param>
public sealed record CheckInCount(int MissedInARow)
{
    /// <summary>The count of a pairing; in states of earlier releases, of the check-ins that are still with it.</summary>
    /// <param name="state">The pairing.</param>
    /// <returns>The count.</returns>
    public static CheckInCount Of(PairingState state) => state.CheckInCount ?? new CheckInCount(state.Duties
        .Where(duty => duty is { Kind: DutyKind.CheckIn, IsOpen: false } && duty.Status != DutyStatus.Excused)
        .Reverse().TakeWhile(duty => duty.Status == DutyStatus.Missed).Count());

    /// <summary>The count when one more is closed.</summary>
    /// <param name="state">The pairing, in which it is still open.</param>
    /// <param name="closed">What became of it.</param>
    /// <returns>The count: one missed in a row more, none after one that was held, the same after one that was called off.</returns>
    internal static CheckInCount After(PairingState state, DutyStatus closed) => closed switch
    {
        DutyStatus.Missed => new CheckInCount(Of(state).MissedInARow + 1),
        DutyStatus.Done => new CheckInCount(0),
        _ => Of(state),
    };
}
