using MentorCloud.Domain.Identifiers;

namespace MentorCloud.App.Rounds;

/// <summary>What is being solved now, so that it can be given up. A solve that ends at the same moment is let end.</summary>
internal sealed class RunningSolves
{
    private readonly Lock gate = new();
    private readonly Dictionary<(TenantId, RoundId), CancellationTokenSource> running = [];

    /// <summary>Begins one; disposing it ends it.</summary>
    public Solve Begin(TenantId tenant, RoundId round, CancellationToken stopping)
    {
        var stop = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        lock (gate)
        {
            running[(tenant, round)] = stop;
        }

        return new Solve(this, (tenant, round), stop);
    }

    /// <summary>Gives up a round's solve, if there is one.</summary>
    public void Cancel(TenantId tenant, RoundId round)
    {
        lock (gate)
        {
            if (running.TryGetValue((tenant, round), out var stop))
            {
                // Not in the grain's turn that asks for it: the solver's continuations would run there.
                _ = stop.CancelAsync();
            }
        }
    }

    private void End((TenantId, RoundId) key, CancellationTokenSource stop)
    {
        lock (gate)
        {
            running.Remove(key);
            stop.Dispose();
        }
    }

    /// <summary>One that runs.</summary>
    internal readonly struct Solve(RunningSolves all, (TenantId, RoundId) key, CancellationTokenSource stop) : IDisposable
    {
        /// <summary>Cancelled when the round is given up, or the process stops.</summary>
        public CancellationToken Token { get; } = stop.Token;

        /// <inheritdoc/>
        public void Dispose() => all.End(key, stop);
    }
}
