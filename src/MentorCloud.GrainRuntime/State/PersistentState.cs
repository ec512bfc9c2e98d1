using System.Globalization;
using System.Text.Json;

namespace MentorCloud.GrainRuntime;

/// <summary>A grain's record: the object in memory and the version that it was read or written as.</summary>
internal sealed class PersistentState<TState>(Activation activation, StateBinding<TState> binding) : IPersistentState<TState>, ILoadableState
{
    private long _version;

    public TState State { get; set; } = default!;

    public string? Etag => _version == 0 ? null : _version.ToString(CultureInfo.InvariantCulture);

    public bool RecordExists => _version != 0;

    private GrainStateKey Key => new(activation.Kind.Name, activation.Key, binding.StateName);

    public ValueTask LoadAsync(CancellationToken cancellationToken)
    {
        var reading = binding.Store.ReadAsync(Key, cancellationToken);
        if (!reading.IsCompletedSuccessfully)
            return FinishLoadAsync(reading);
        Take(reading.Result);
        return ValueTask.CompletedTask;
    }

    public Task ReadStateAsync() => ReadStateAsync(CancellationToken.None);

    public Task ReadStateAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken).AsTask();

    public Task WriteStateAsync() => WriteStateAsync(CancellationToken.None);

    public async Task WriteStateAsync(CancellationToken cancellationToken)
    {
        using var payload = PayloadBuffer.Rent();
        using (var writer = payload.CreateWriter())
            JsonSerializer.Serialize(writer, State, binding.TypeInfo);
        _version = await binding.Store.WriteAsync(Key, _version, payload.WrittenMemory, cancellationToken);
    }

    public Task ClearStateAsync() => ClearStateAsync(CancellationToken.None);

    public async Task ClearStateAsync(CancellationToken cancellationToken)
    {
        await binding.Store.ClearAsync(Key, _version, cancellationToken);
        _version = 0;
        State = binding.Fresh();
    }

    private async ValueTask FinishLoadAsync(ValueTask<StoredGrainState?> reading) => Take(await reading);

    private void Take(StoredGrainState? stored)
    {
        State = stored is { } found ? binding.Read(Key, found.Payload) : binding.Fresh();
        _version = stored?.Version ?? 0;
    }
}
