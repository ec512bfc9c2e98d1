using System.Collections.Immutable;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.Pairings.Health;

/// <summary>
/// When there was progress between two alignment checks: both partners score it 3 or better on average, or a milestone
/// was met. A check that was missed shows progress only by a milestone (requirement 58).
/// </summary>
public static class ProgressRule
{
    /// <summary>How many of the newest alignment checks in a row found no progress.</summary>
    /// <param name="state">The pairing.</param>
    /// <returns>0 when the newest found progress, or there was none yet.</returns>
    public static int ChecksWithout(PairingState state) => state.Alignment?.Without ?? state.Duties
        .Where(duty => duty is { Kind: DutyKind.AlignmentCheck, Progress: not null })
        .Reverse().TakeWhile(duty => duty.Progress == false).Count();

    /// <summary>Whether so many checks in a row found no progress that the pairing is stalled.</summary>
    /// <param name="state">The pairing.</param>
    /// <returns>True when it is.</returns>
    public static bool IsStalled(PairingState state) => ChecksWithout(state) >= state.Origin.Numbers.StalledAfterChecks;

    /// <summary>Closes an alignment check that both have answered.</summary>
    internal static Decision<PairingState> CloseAlignment(PairingState state, Duty done, DateTimeOffset now)
    {
        var facts = ImmutableArray.CreateBuilder<Fact>();
        facts.Add(new DutyDone(state.Id, done.Kind, done.Number, now, 0));
        var closed = CloseAlignment(state, done, now, facts);
        return Decision<PairingState>.Accept(closed, facts.ToImmutable());
    }

    /// <summary>Closes an alignment check and, when progress has failed long enough, proposes the pairing for rebalancing once.</summary>
    internal static PairingState CloseAlignment(PairingState state, Duty closed, DateTimeOffset at, ImmutableArray<Fact>.Builder facts)
    {
        var before = LastAt(state);
        var progress = state.Milestones.Any(milestone => milestone.MetAt > before && milestone.MetAt <= at)
            || (closed.Status == DutyStatus.Done && closed.MentorScore + closed.MenteeScore >= 6);
        var after = closed.Status == DutyStatus.Done && at > closed.DueAt ? at : closed.DueAt;
        var alignment = new AlignmentCount(progress ? 0 : ChecksWithout(state) + 1, at);
        state = DutySchedule.Close(state, closed with { Progress = progress }, after) with { Alignment = alignment };
        if (!IsStalled(state))
        {
            return progress ? state with { RebalancingProposed = false } : state;
        }

        if (state.RebalancingProposed)
        {
            return state;
        }

        facts.Add(new RebalancingProposed(state.Id, state.Origin.Cohort, state.Mentor, state.Mentee, ChecksWithout(state)));
        return state with { RebalancingProposed = true };
    }

    private static DateTimeOffset? LastAt(PairingState state)
    {
        if (state.Alignment is { } counted)
        {
            return counted.LastAt;
        }

        var last = state.Duties.LastOrDefault(duty => duty is { Kind: DutyKind.AlignmentCheck, Progress: not null });
        return last is null ? state.PublishedAt : last.HeldAt ?? last.DueAt.AddDays(last.GraceDays);
    }
}
