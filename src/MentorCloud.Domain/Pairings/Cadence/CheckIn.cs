using System.Collections.Immutable;

namespace MentorCloud.Domain.Pairings.Cadence;

/// <summary>One check-in: when it falls due, and what became of it.</summary>
public sealed record CheckIn
{
    /// <summary>How long after the due time both sides are reminded.</summary>
    public static readonly TimeSpan RemindAfter = TimeSpan.FromDays(1);

    /// <summary>How long after the due time it counts as missed.</summary>
    public static readonly TimeSpan MissedAfter = TimeSpan.FromDays(5);

    /// <summary>1, 2, 3 ... within the pairing.</summary>
    public required int Number { get; init; }

    /// <summary>When it falls due, UTC.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Where it is.</summary>
    public CheckInStatus Status { get; init; }

    /// <summary>When it was held, UTC; null unless done.</summary>
    public DateTimeOffset? HeldAt { get; init; }

    /// <summary>How long it took, minutes; 0 unless done.</summary>
    public int Minutes { get; init; }

    /// <summary>Who logged it; null unless done.</summary>
    public PairingSide? LoggedBy { get; init; }

    /// <summary>Why it was called off; null unless excused.</summary>
    public string? Excuse { get; init; }

    /// <summary>What the two wrote about it; at most 10.</summary>
    public ImmutableArray<CheckInNote> Notes { get; init; } = [];

    /// <summary>Whether it is still to come or due.</summary>
    public bool IsOpen => Status is CheckInStatus.Scheduled or CheckInStatus.Due or CheckInStatus.Reminded;

    /// <summary>When its status changes next by itself; null when it is closed.</summary>
    public DateTimeOffset? NextStepAt => Status switch
    {
        CheckInStatus.Scheduled => DueAt,
        CheckInStatus.Due => DueAt + RemindAfter,
        CheckInStatus.Reminded => DueAt + MissedAfter,
        _ => null,
    };
}
