using MentorCloud.GrainRuntime;

namespace MentorCloud.GrainStorage.Tests.History;

internal sealed class RegisterGrain([PersistentState("register")] IPersistentState<RegisterState> register) : Grain, IRegisterGrain
{
    public async Task<long> Write(long value)
    {
        register.State = new RegisterState { Place = register.State.Place + 1, Value = value };
        await register.WriteStateAsync();
        return register.State.Place;
    }

    public Task<RegisterState> Read() => Task.FromResult(register.State);
}
