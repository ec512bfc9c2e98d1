using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.GrainRuntime;

/// <summary>What all grains of a class share about one of their states: its name, its store, its serialisation.</summary>
internal sealed class StateBinding<TState>
{
    public StateBinding(GrainKind kind, string stateName, string? storageName)
    {
        StateName = stateName;
        Store = storageName is null
            ? kind.Host.Services.GetRequiredService<IGrainStateStore>()
            : kind.Host.Services.GetRequiredKeyedService<IGrainStateStore>(storageName);
        TypeInfo = (JsonTypeInfo<TState>)kind.Host.Options.StateJson.GetTypeInfo(typeof(TState));
    }

    public string StateName { get; }

    public IGrainStateStore Store { get; }

    public JsonTypeInfo<TState> TypeInfo { get; }

    /// <summary>A state for a grain that has none stored.</summary>
    public TState Fresh() => TypeInfo.CreateObject is { } create ? create() : Activator.CreateInstance<TState>();

    public TState Read(GrainStateKey key, ReadOnlyMemory<byte> payload)
    {
        try
        {
            return JsonSerializer.Deserialize(payload.Span, TypeInfo)
                ?? throw new StorageCorruptException($"The stored state of {key} is empty; restore it from a backup.");
        }
        catch (Exception error) when (error is JsonException or NotSupportedException)
        {
            throw new StorageCorruptException($"The stored state of {key} cannot be read as {typeof(TState)}.", error);
        }
    }
}
