using System.Collections.Immutable;
using MentorCloud.Domain.Facts;

namespace MentorCloud.Domain.Refusals;

/// <summary>What the domain decided: a new state with the facts that led to it, or a refusal that changes nothing.</summary>
/// <typeparam name="TState">The immutable state that was decided on.</typeparam>
public sealed class Decision<TState>
    where TState : class
{
    private Decision(TState? state, ImmutableArray<Fact> facts, Refusal? refusal)
    {
        State = state;
        Facts = facts;
        Refusal = refusal;
    }

    /// <summary>The new state; null when refused.</summary>
    public TState? State { get; }

    /// <summary>What happened, in order; empty when refused or when nothing changed.</summary>
    public ImmutableArray<Fact> Facts { get; }

    /// <summary>Why not; null when accepted.</summary>
    public Refusal? Refusal { get; }

    /// <summary>Accepts a new state with what happened.</summary>
    /// <param name="state">The new state.</param>
    /// <param name="facts">What happened.</param>
    /// <returns>An accepted decision.</returns>
    public static Decision<TState> Accept(TState state, params ImmutableArray<Fact> facts) => new(state, facts, null);

    /// <summary>Refuses.</summary>
    /// <param name="refusal">Why.</param>
    public static implicit operator Decision<TState>(Refusal refusal) => new(null, [], refusal);

    /// <summary>Refuses; the named form of the conversion.</summary>
    /// <param name="refusal">Why.</param>
    /// <returns>A refused decision.</returns>
    public static Decision<TState> FromRefusal(Refusal refusal) => refusal;
}
