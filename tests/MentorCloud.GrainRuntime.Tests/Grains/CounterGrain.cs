namespace MentorCloud.GrainRuntime.Tests.Grains;

internal sealed class CounterGrain(Gate gate) : Grain, ICounterGrain
{
    private int _value;
    private int _inside;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        gate.Mark($"activated {this.GetPrimaryKeyString()}");
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        gate.Mark($"deactivated {this.GetPrimaryKeyString()} {reason.ReasonCode}");
        return Task.CompletedTask;
    }

    public Task<int> Add(int amount) => Task.FromResult(_value += amount);

    public async Task<int> AddSlowly(int amount)
    {
        if (Interlocked.Increment(ref _inside) != 1)
            throw new InvalidOperationException("Two turns at once.");
        var before = _value;
        await Task.Yield();
        _value = before + amount;
        Interlocked.Decrement(ref _inside);
        return _value;
    }

    public async Task<int> Hold(string gateName)
    {
        await gate.PassAsync(gateName);
        return ++_value;
    }

    public async Task Fail(string message)
    {
        await Task.Yield();
        throw new InvalidOperationException(message);
    }

    public Task<int> FailAtOnce(string message) => throw new InvalidOperationException(message);

    public ValueTask<string> Who() => ValueTask.FromResult(GrainContext.GrainId.ToString());

    public Task<int> AddCancellable(int amount, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Add(amount);
    }

    public async Task<bool> AddInParallel(int branches)
    {
        var overlapped = false;
        async Task Branch()
        {
            for (var i = 0; i < 20; i++)
            {
                if (Interlocked.Increment(ref _inside) != 1)
                    overlapped = true;
                Interlocked.Decrement(ref _inside);
                await Task.Yield();
                overlapped |= RuntimeContext.Current?.GrainInstance != this;
            }
        }

        await Task.WhenAll(Enumerable.Range(0, branches).Select(_ => Branch()));
        return overlapped;
    }

    public Task<string?> ReadContext(string key) => Task.FromResult(RequestContext.Get(key) as string);

    public Task WriteContext(string key, string value)
    {
        RequestContext.Set(key, value);
        return Task.CompletedTask;
    }

    public Task Leave()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public Task Stay(TimeSpan span)
    {
        DelayDeactivation(span);
        return Task.CompletedTask;
    }
}
