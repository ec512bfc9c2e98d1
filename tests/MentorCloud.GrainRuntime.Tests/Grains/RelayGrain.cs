namespace MentorCloud.GrainRuntime.Tests.Grains;

internal sealed class RelayGrain(Gate gate) : Grain, IRelayGrain
{
    /// <summary>Calls along keys parted by commas; a key met twice is a cycle.</summary>
    public async Task<string> Pass(string path)
    {
        var at = path.IndexOf(',', StringComparison.Ordinal);
        var (next, rest) = at < 0 ? (path, string.Empty) : (path[..at], path[(at + 1)..]);
        if (next.Length == 0)
            return this.GetPrimaryKeyString();
        return this.GetPrimaryKeyString() + ">" + await GrainFactory.GetGrain<IRelayGrain>(next).Pass(rest);
    }

    public async Task HoldThen(string first, string counterKey, string counterGate)
    {
        await gate.PassAsync(first);
        try
        {
            await GrainFactory.GetGrain<ICounterGrain>(counterKey).Hold(counterGate);
        }
        catch (TimeoutException)
        {
            gate.Mark("nested timed out");
            throw;
        }
    }

    public Task<string?> ReadContextBelow(string counterKey, string key) =>
        GrainFactory.GetGrain<ICounterGrain>(counterKey).ReadContext(key);

    public Task CallLater(string counterKey)
    {
        _ = LaterAsync(counterKey);
        return Task.CompletedTask;
    }

    private async Task LaterAsync(string relayKey)
    {
        await gate.PassAsync("later");
        await GrainFactory.GetGrain<IRelayGrain>(relayKey).Pass(this.GetPrimaryKeyString());
        gate.Mark("later done");
    }
}
