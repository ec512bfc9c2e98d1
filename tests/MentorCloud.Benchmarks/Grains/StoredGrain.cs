using MentorCloud.GrainRuntime;

namespace MentorCloud.Benchmarks.Grains;

internal sealed class StoredGrain([PersistentState("state")] IPersistentState<StoredState> state) : Grain, IStoredGrain
{
    public Task<long> Read() => Task.FromResult(state.State.Count);

    public async Task<long> Write()
    {
        state.State.Count++;
        await state.WriteStateAsync();
        return state.State.Count;
    }
}
