using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.GrainRuntime;

/// <summary>What generated code asks while it constructs a grain: services and persistent states.</summary>
public sealed class GrainConstruction
{
    private readonly Activation _activation;

    internal GrainConstruction(Activation activation) => _activation = activation;

    /// <summary>The states that were asked for, to be read before the grain is activated; null when there are none.</summary>
    internal List<ILoadableState>? States { get; private set; }

    /// <summary>What surrounds the activation.</summary>
    public IGrainContext Context => _activation;

    /// <summary>A required service.</summary>
    /// <exception cref="InvalidOperationException">It is not registered.</exception>
    public TService Service<TService>() where TService : notnull =>
        _activation.ActivationServices.GetRequiredService<TService>();

    /// <summary>A required service registered under a key.</summary>
    public TService KeyedService<TService>(object key) where TService : notnull =>
        _activation.ActivationServices.GetRequiredKeyedService<TService>(key);

    /// <summary>A persistent state, read before the grain is activated.</summary>
    public IPersistentState<TState> State<TState>(string stateName, string? storageName)
    {
        var state = new PersistentState<TState>(_activation, _activation.Kind.StateOf<TState>(stateName, storageName));
        (States ??= new List<ILoadableState>(1)).Add(state);
        return state;
    }
}
