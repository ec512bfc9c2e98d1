using System.Reflection;

namespace MentorCloud.GrainRuntime;

/// <summary>Collects what generated manifests list: how to make proxies, and how to make grains.</summary>
public sealed class GrainRegistry
{
    private readonly HashSet<Assembly> _read = [];

    internal GrainRegistry()
    {
    }

    internal Dictionary<Type, Func<GrainReferenceSeed, GrainReference>> Proxies { get; } = [];

    internal List<GrainClass> Classes { get; } = [];

    /// <summary>Lists a proxy for a grain interface.</summary>
    /// <param name="interfaceType">The interface.</param>
    /// <param name="create">Makes the proxy.</param>
    public void AddProxy(Type interfaceType, Func<GrainReferenceSeed, GrainReference> create) => Proxies[interfaceType] = create;

    /// <summary>Lists a grain class.</summary>
    /// <param name="classType">The class.</param>
    /// <param name="interfaces">The grain interfaces that it implements.</param>
    /// <param name="create">Constructs it with its services and states.</param>
    public void AddClass(Type classType, Type[] interfaces, Func<GrainConstruction, IGrainBase> create) =>
        Classes.Add(new GrainClass(classType, interfaces, create));

    /// <summary>Reads the manifest of an assembly, once.</summary>
    /// <returns>False when the assembly has none.</returns>
    internal bool Read(Assembly assembly)
    {
        if (!_read.Add(assembly))
            return true;
        if (assembly.GetCustomAttribute<GrainManifestAttribute>() is not { } attribute)
            return false;
        ((GrainManifest)Activator.CreateInstance(attribute.ManifestType, nonPublic: true)!).Register(this);
        return true;
    }
}
