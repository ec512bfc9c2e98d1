using System.Collections.Immutable;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.Pairings.Cadence.Meetings;

/// <summary>What a pairing decides about meetings. They can be arranged from the pairing's first day, before the contract is signed.</summary>
internal static class MeetingDecisions
{
    /// <summary>Meetings that may lie ahead at once.</summary>
    public const int Most = 10;

    /// <summary>The same with those that were called off and whose time has not passed: each meant letters to both.</summary>
    public const int MostWithCalledOff = 20;

    /// <summary>Invites. NOT_FOUND, PAIRING_ENDED, PAIRING_PAUSED, INPUT_INVALID, ALREADY_EXISTS, LIMIT_REACHED.</summary>
    public static Decision<PairingState> Invite(PairingState state, PairingTurn turn, InviteToMeeting command)
    {
        // Those that are over are forgotten when the next is arranged.
        var kept = state.Meetings.RemoveAll(each => each.EndsAt <= turn.Now);
        var startsAt = WholeSecond(command.StartsAt);
        var refusal = PairingAccess.RefuseStranger(state, turn.Actor) ?? PairingAccess.RefuseResting(state)
            ?? MeetingInvitation.Refuse(command.StartsAt, command.Minutes, turn.Now) ?? RefuseTaken(kept, startsAt, command.Minutes);
        if (refusal is not null)
        {
            return refusal;
        }

        var meeting = new Meeting(state.MeetingsArranged + 1, startsAt, command.Minutes, PairingAccess.SideOf(state, turn.Actor));
        return Decision<PairingState>.Accept(
            state with { Meetings = kept.Add(meeting), MeetingsArranged = meeting.Number }, new MeetingInvited(state.Id, meeting));
    }

    /// <summary>Calls off. NOT_FOUND, also for one that has begun or was called off before; PAIRING_ENDED.</summary>
    public static Decision<PairingState> CallOff(PairingState state, PairingTurn turn, CallOffMeeting command)
    {
        if ((PairingAccess.RefuseStranger(state, turn.Actor) ?? PairingAccess.RefuseEnded(state)) is { } refusal)
        {
            return refusal;
        }

        return state.Meetings.FirstOrDefault(each => each.Number == command.Number && IsToCome(each, turn.Now)) is { } meeting
            ? Decision<PairingState>.Accept(
                state with { Meetings = state.Meetings.Replace(meeting, meeting with { CalledOff = true }) }, new MeetingCalledOff(state.Id, meeting))
            : new Refusal(ErrorCodes.NotFound, "There is no such meeting ahead; it has begun, or was called off.", "number");
    }

    /// <summary>Calls off all that lie ahead, because the pairing ends.</summary>
    public static ImmutableArray<Fact> CallAllOff(PairingState state, DateTimeOffset now) =>
        [.. state.Meetings.Where(each => IsToCome(each, now)).Select(each => new MeetingCalledOff(state.Id, each))];

    private static Refusal? RefuseTaken(ImmutableArray<Meeting> kept, DateTimeOffset startsAt, int minutes)
    {
        var standing = kept.RemoveAll(each => each.CalledOff);
        if (standing.Any(each => each.Overlaps(startsAt, TimeSpan.FromMinutes(minutes))))
        {
            return new Refusal(ErrorCodes.AlreadyExists, "The two have a meeting in this time already; to move it or change its length, call it off first.", "startsAt");
        }

        if (standing.Length >= Most)
        {
            return new Refusal(ErrorCodes.LimitReached, $"{Most} meetings lie ahead; hold them, or call one off first.");
        }

        return kept.Length < MostWithCalledOff
            ? null
            : new Refusal(ErrorCodes.LimitReached, $"{MostWithCalledOff} meetings ahead were arranged or called off; wait until the time of one has passed.");
    }

    private static bool IsToCome(Meeting meeting, DateTimeOffset now) => !meeting.CalledOff && meeting.StartsAt >= now;

    private static DateTimeOffset WholeSecond(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
}
