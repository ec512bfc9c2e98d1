namespace MentorCloud.Domain.Pairings.Cadence;

/// <summary>One thing owed at one time, and what became of it.</summary>
public sealed record Duty
{
    /// <summary>What it is.</summary>
    public required DutyKind Kind { get; init; }

    /// <summary>1, 2, 3 ... among those of its kind.</summary>
    public required int Number { get; init; }

    /// <summary>When it falls due, UTC.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Days after the due time at which it counts as missed; 0 when it is never missed but reminded every week.</summary>
    public required int GraceDays { get; init; }

    /// <summary>Where it is.</summary>
    public DutyStatus Status { get; init; }

    /// <summary>How often both sides were reminded.</summary>
    public int Reminders { get; init; }

    /// <summary>When it was held, UTC; null unless done.</summary>
    public DateTimeOffset? HeldAt { get; init; }

    /// <summary>How long it took, minutes; 0 unless done.</summary>
    public int Minutes { get; init; }

    /// <summary>Who logged it or called it off; null unless done or excused.</summary>
    public PairingSide? LoggedBy { get; init; }

    /// <summary>Who asked for it; null when nobody said.</summary>
    public PairingSide? InitiatedBy { get; init; }

    /// <summary>Why it was called off; null unless excused.</summary>
    public string? Excuse { get; init; }

    /// <summary>What the mentor answered or rated, 1..5; null while not.</summary>
    public int? MentorScore { get; init; }

    /// <summary>What the mentee answered or rated, 1..5; null while not.</summary>
    public int? MenteeScore { get; init; }

    /// <summary>For a closed alignment check: whether there was progress since the one before; null otherwise.</summary>
    public bool? Progress { get; init; }

    /// <summary>For a prompt: what it asks, fixed when it is scheduled; null for other kinds, and for prompts of earlier releases.</summary>
    public string? PromptText { get; init; }

    /// <summary>Whether it is still to come or due.</summary>
    public bool IsOpen => Status is DutyStatus.Scheduled or DutyStatus.Due or DutyStatus.Reminded;

    /// <summary>Whether its time has come and nobody has done it.</summary>
    public bool IsOwed => Status is DutyStatus.Due or DutyStatus.Reminded;

    /// <summary>Whether one of the two has answered or rated it.</summary>
    internal bool IsAnswered => (MentorScore ?? MenteeScore) is not null;

    /// <summary>When its status changes next by itself, UTC; null when it is closed.</summary>
    public DateTimeOffset? NextStepAt => Status switch
    {
        DutyStatus.Scheduled => DueAt,
        DutyStatus.Due or DutyStatus.Reminded when GraceDays == 0 => DueAt.AddDays(7 * (Reminders + 1)),
        DutyStatus.Due => DueAt.AddHours(Math.Min(24, GraceDays * 12)),
        DutyStatus.Reminded => DueAt.AddDays(GraceDays),
        _ => null,
    };
}
