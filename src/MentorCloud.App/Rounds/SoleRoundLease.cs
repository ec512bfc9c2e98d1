using MentorCloud.Contracts.Solving;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.App.Rounds;

/// <summary>The lease of an edition with one process, whose worker takes a round once at a time anyway.</summary>
internal sealed class SoleRoundLease : IRoundLease
{
    /// <inheritdoc/>
    public ValueTask<IAsyncDisposable?> TryTakeAsync(TenantId tenant, RoundId round, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IAsyncDisposable?>(new Held());

    private sealed class Held : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
