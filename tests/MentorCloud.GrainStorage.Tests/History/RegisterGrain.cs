using MentorCloud.GrainRuntime;

namespace MentorCloud.GrainStorage.Tests.History;

internal sealed class RegisterGrain([PersistentState("register")] IPersistentState<RegisterState> register) : Grain, IRegisterGrain
{
    public async Task<RegisterState> Append(long value)
    {
        register.State = register.State.With(value);
        await register.WriteStateAsync();
        return register.State;
    }

    public Task<RegisterState> Read() => Task.FromResult(register.State);
}
