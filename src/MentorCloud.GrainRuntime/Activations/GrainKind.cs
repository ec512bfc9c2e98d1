using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace MentorCloud.GrainRuntime;

/// <summary>One grain class in one host: its live grains by key, and how to make more.</summary>
internal sealed class GrainKind(GrainHost host, GrainClass grainClass)
{
    private readonly ConcurrentDictionary<string, Activation> _activations = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, object> _states = new(StringComparer.Ordinal);
    private Func<GrainReferenceSeed, GrainReference>? _createReference;

    public GrainHost Host { get; } = host;

    public GrainClass Class { get; } = grainClass;

    public string Name { get; } = grainClass.StoredName;

    public GrainType Type { get; } = GrainType.Create(grainClass.StoredName);

    /// <summary>How long a grain may idle; infinite when it is never collected.</summary>
    public TimeSpan IdleTimeout { get; } = grainClass.IdleTimeout ?? host.Options.IdleTimeout;

    /// <summary>The number of live grains; takes every lock of the table, so not for hot paths.</summary>
    public int Count => _activations.Count;

    public IEnumerable<Activation> Live => _activations.Values;

    public IGrainBase Create(GrainConstruction construction) => Class.Create(construction);

    public bool TryFind(string key, [NotNullWhen(true)] out Activation? activation) => _activations.TryGetValue(key, out activation);

    /// <summary>The live grain of that key; wakes one when there is none.</summary>
    public Activation FindOrWake(string key)
    {
        while (true)
        {
            if (_activations.TryGetValue(key, out var found))
            {
                if (!found.IsDead)
                    return found;
                Remove(found);
            }

            var fresh = new Activation(this, key);
            if (!_activations.TryAdd(key, fresh))
                continue;
            if (IdleTimeout != Timeout.InfiniteTimeSpan)
                Host.Collector.Add(fresh);
            fresh.Wake();
            return fresh;
        }
    }

    public void Remove(Activation activation) => _activations.TryRemove(KeyValuePair.Create(activation.Key, activation));

    /// <summary>A reference by the first interface of the class.</summary>
    public GrainReference CreateReference(string key)
    {
        _createReference ??= Host.ProxyOf(Class.Interfaces.Length > 0 ? Class.Interfaces[0] : typeof(IRemindable));
        return _createReference(new GrainReferenceSeed(this, key));
    }

    /// <summary>What all grains of the class share about one of their states.</summary>
    public StateBinding<TState> StateOf<TState>(string stateName, string? storageName) =>
        (StateBinding<TState>)_states.GetOrAdd(stateName, static (name, at) => new StateBinding<TState>(at.Kind, name, at.Storage), (Kind: this, Storage: storageName));
}
