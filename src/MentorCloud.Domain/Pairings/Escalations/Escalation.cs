using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings.Escalations;

/// <summary>One escalation: opened, acknowledged, resolved, each within its time (requirement 30). Its opener and the program see it.</summary>
public sealed record Escalation
{
    /// <summary>Days in which it must be resolved once acknowledged, before it climbs.</summary>
    public const int ResolveDays = 14;

    /// <summary>1, 2, 3 ... within the pairing.</summary>
    public required int Number { get; init; }

    /// <summary>Who opened it.</summary>
    public required PairingSide OpenedBy { get; init; }

    /// <summary>What it is about, 1..200 characters; the program reads it.</summary>
    public required string Subject { get; init; }

    /// <summary>When it was opened, UTC.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Whose turn it is.</summary>
    public EscalationHandler Handler { get; init; }

    /// <summary>When it climbs unless somebody does something, UTC; at the last level its handler is reminded instead.</summary>
    public required DateTimeOffset ClimbsAt { get; init; }

    /// <summary>How often it climbed or its last handler was reminded.</summary>
    public int Climbs { get; init; }

    /// <summary>Who has taken it on, the last when it was taken over; null while nobody.</summary>
    public AccountId? AcknowledgedBy { get; init; }

    /// <summary>Who resolved it; null while open, and in states of earlier releases.</summary>
    public AccountId? ResolvedBy { get; init; }

    /// <summary>When it was resolved, UTC; null while open.</summary>
    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>How, 1..200 characters; null while open.</summary>
    public string? Resolution { get; init; }

    /// <summary>When it changes next by itself, UTC; null when resolved.</summary>
    public DateTimeOffset? NextStepAt => ResolvedAt is null ? ClimbsAt : null;
}
