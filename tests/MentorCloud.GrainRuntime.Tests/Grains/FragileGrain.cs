namespace MentorCloud.GrainRuntime.Tests.Grains;

/// <summary>Wakes at the third attempt only.</summary>
internal sealed class FragileGrain(Gate gate) : Grain, IFragileGrain
{
    private int _attempt;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        gate.Mark("attempt");
        _attempt = gate.Events.Count(text => text == "attempt");
        if (_attempt < 3)
            throw new InvalidOperationException($"cannot wake: {_attempt}");
    }

    public Task<int> Ping() => Task.FromResult(_attempt);
}
