using System.Collections.Concurrent;

namespace MentorCloud.GrainRuntime;

/// <summary>References to grains: which class stands behind an interface, and which proxy before it.</summary>
internal sealed partial class GrainHost
{
    private readonly ConcurrentDictionary<Type, InterfaceBinding> _bindings = new();

    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey =>
        (TGrainInterface)(object)Reference(typeof(TGrainInterface), primaryKey, grainClassNamePrefix);

    public IGrain GetGrain(Type grainInterfaceType, string grainPrimaryKey) =>
        (IGrain)(object)Reference(grainInterfaceType, grainPrimaryKey, null);

    public TGrainInterface GetGrain<TGrainInterface>(GrainId grainId) where TGrainInterface : IAddressable
    {
        var kind = FindKind(grainId.Type.ToString())
            ?? throw new ArgumentException($"No grain class is stored as '{grainId.Type}'.", nameof(grainId));
        return (TGrainInterface)(object)ProxyOf(typeof(TGrainInterface))(new GrainReferenceSeed(kind, grainId.Key.ToString()));
    }

    public GrainKind? FindKind(string storedName) => _kindsByName.GetValueOrDefault(storedName);

    /// <summary>How proxies of an interface are made.</summary>
    /// <exception cref="ArgumentException">The source generator did not run over the interface's project.</exception>
    public Func<GrainReferenceSeed, GrainReference> ProxyOf(Type interfaceType)
    {
        lock (_registry)
        {
            _registry.Read(interfaceType.Assembly);
            return _registry.Proxies.GetValueOrDefault(interfaceType) ?? throw new ArgumentException(
                $"There is no proxy for {interfaceType}. Reference MentorCloud.GrainRuntime.Generator as an analyzer where it is declared.", nameof(interfaceType));
        }
    }

    private GrainReference Reference(Type interfaceType, string key, string? prefix)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        if (!_bindings.TryGetValue(interfaceType, out var binding))
            binding = _bindings.GetOrAdd(interfaceType, static (type, host) => host.Bind(type), this);
        var kind = prefix is null ? binding.Kind : binding.Choose(prefix);
        // A live grain keeps the first reference made to it, and callers share it.
        if (!kind.TryFind(key, out var activation))
            return binding.Create(new GrainReferenceSeed(kind, key));
        if (activation.SharedReference is { } shared && interfaceType.IsInstanceOfType(shared))
            return shared;
        var fresh = binding.Create(new GrainReferenceSeed(kind, activation.Key));
        activation.SharedReference ??= fresh;
        return fresh;
    }

    private InterfaceBinding Bind(Type interfaceType)
    {
        var kinds = _kindsByName.Values.Where(kind => kind.Class.Interfaces.Contains(interfaceType)).ToArray();
        return kinds.Length == 0
            ? throw new ArgumentException($"No grain class of this host implements {interfaceType}; add its assembly to GrainRuntimeOptions.GrainAssemblies.", nameof(interfaceType))
            : new InterfaceBinding(interfaceType, kinds, ProxyOf(interfaceType));
    }

    private void ReadManifests()
    {
        _registry.AddProxy(typeof(IRemindable), static seed => new RemindableReference(seed));
        foreach (var assembly in Options.GrainAssemblies)
        {
            if (!_registry.Read(assembly))
                throw new ArgumentException($"{assembly.GetName().Name} has no grain manifest; reference MentorCloud.GrainRuntime.Generator there as an analyzer.");
        }

        foreach (var grainClass in _registry.Classes)
        {
            if (!_kindsByName.TryAdd(grainClass.StoredName, new GrainKind(this, grainClass)))
                throw new ArgumentException($"Two grain classes are stored as '{grainClass.StoredName}'; give one a [GrainType].");
        }
    }

    private sealed record InterfaceBinding(Type InterfaceType, GrainKind[] Kinds, Func<GrainReferenceSeed, GrainReference> Create)
    {
        public GrainKind Kind => Kinds.Length == 1
            ? Kinds[0]
            : throw new ArgumentException($"Several grain classes implement {InterfaceType}; name one by grainClassNamePrefix.");

        public GrainKind Choose(string prefix)
        {
            var matching = Kinds.Where(kind => kind.Class.Type.FullName!.StartsWith(prefix, StringComparison.Ordinal)).ToArray();
            return matching.Length == 1 ? matching[0] : throw new ArgumentException($"'{prefix}' does not choose one class for {InterfaceType}.");
        }
    }
}
