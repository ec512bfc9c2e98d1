using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.Pairings.Forgetting;

/// <summary>
/// How long a tenant keeps what was written in pairings that are over (requirement 74). An ended pairing looks at the tenant's
/// setting every 30 days, and on the day on which its time is up; so a change takes effect within 30 days.
/// </summary>
public static class RetentionRule
{
    /// <summary>The shortest time that can be set, days.</summary>
    public const int LeastDays = 30;

    /// <summary>The longest, days: ten years.</summary>
    public const int MostDays = 3_650;

    /// <summary>How often an ended pairing looks at the setting.</summary>
    public static readonly TimeSpan LookEvery = TimeSpan.FromDays(30);

    /// <summary>When a pairing looks at the tenant's setting next, UTC; null while it lives and once nothing is left to forget.</summary>
    /// <param name="state">The pairing.</param>
    /// <returns>The instant.</returns>
    public static DateTimeOffset? NextLook(PairingState state) => state.Stage == PairingStage.Ended && !TextForgetting.IsDone(state, null)
        ? state.RetentionLookAt ?? state.EndedAt + LookEvery
        : null;

    /// <summary>Whether the time of an ended pairing's texts is up.</summary>
    /// <param name="state">The pairing.</param>
    /// <param name="days">The tenant's setting; null for ever.</param>
    /// <param name="now">The instant.</param>
    /// <returns>True when they are to be forgotten.</returns>
    public static bool IsOver(PairingState state, int? days, DateTimeOffset now) => days is { } kept && state.EndedAt?.AddDays(kept) <= now;

    /// <summary>Looks again later, at the latest when the time is up.</summary>
    /// <param name="state">The pairing, ended.</param>
    /// <param name="days">The tenant's setting; null for ever.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The pairing.</returns>
    public static Decision<PairingState> LookLater(PairingState state, int? days, DateTimeOffset now)
    {
        var later = now + LookEvery;
        var over = days is { } kept ? state.EndedAt!.Value.AddDays(kept) : later;
        return Decision<PairingState>.Accept(state with { RetentionLookAt = over < later ? over : later });
    }
}
