using MentorCloud.Contracts.Solving;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Integration.Tests.Clocked;

/// <summary>Lets a test hold the solver before it begins, so that rounds are being solved for as long as the test wants.</summary>
internal sealed class SolverGate : IRoundLease
{
    private TaskCompletionSource open = Opened();

    /// <summary>Holds every round that begins from now on, until what is given back is disposed.</summary>
    public IDisposable Hold()
    {
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref open, held);
        return new Held(held);
    }

    public async ValueTask<IAsyncDisposable?> TryTakeAsync(TenantId tenant, RoundId round, CancellationToken cancellationToken)
    {
        await Volatile.Read(ref open).Task.WaitAsync(cancellationToken);
        return new Held(Opened());
    }

    private static TaskCompletionSource Opened()
    {
        var opened = new TaskCompletionSource();
        opened.SetResult();
        return opened;
    }

    private sealed class Held(TaskCompletionSource gate) : IDisposable, IAsyncDisposable
    {
        public void Dispose() => gate.TrySetResult();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
