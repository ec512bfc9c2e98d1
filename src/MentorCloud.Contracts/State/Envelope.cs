using System.Collections.Immutable;
using MentorCloud.Contracts.Facts;

namespace MentorCloud.Contracts.State;

/// <summary>
/// A grain's stored record: state, due time, unpublished facts and handled commands, written as one (design, section
/// 3.1). Immutable: a commit replaces it as a whole. It carries no number for its shape: shapes grow by members with defaults,
/// and states of every released version must load (docs/adr/0071).
/// </summary>
/// <typeparam name="TState">The domain's state.</typeparam>
public sealed record Envelope<TState>
    where TState : class
{
    /// <summary>How many handled commands are remembered: the newest.</summary>
    public const int CommandsRemembered = 64;

    /// <summary>How many entries may wait for publication; then commands are refused until some are confirmed, so that a record stays small while the views cannot be written.</summary>
    public const int MostUnpublished = 256;

    /// <summary>Commits so far.</summary>
    public long Version { get; init; }

    /// <summary>The state; null before the first commit.</summary>
    public TState? State { get; init; }

    /// <summary>When the grain's one timer must ring next, UTC; null when nothing is to come.</summary>
    public DateTimeOffset? NextDue { get; init; }

    /// <summary>Sequence of the newest outbox entry ever made; 0 before the first.</summary>
    public long Sequence { get; init; }

    /// <summary>Entries whose publication is not confirmed, oldest first.</summary>
    public ImmutableArray<OutboxEntry> Outbox { get; init; } = [];

    /// <summary>The newest handled commands, at most <see cref="CommandsRemembered"/>.</summary>
    public HandledCommands Handled { get; init; } = HandledCommands.None;
}
