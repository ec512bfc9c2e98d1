using System.Reflection;

namespace MentorCloud.GrainRuntime;

/// <summary>A grain class as the manifest lists it, with what its attributes say.</summary>
internal sealed class GrainClass(Type type, Type[] interfaces, Func<GrainConstruction, IGrainBase> create)
{
    public Type Type { get; } = type;

    public Type[] Interfaces { get; } = interfaces;

    public Func<GrainConstruction, IGrainBase> Create { get; } = create;

    /// <summary>The stored name: by attribute, or the class name without its suffix, in lower case.</summary>
    public string StoredName { get; } = type.GetCustomAttribute<GrainTypeAttribute>()?.GrainType ?? DefaultName(type.Name);

    /// <summary>Null when the host's default applies; infinite when the class is never collected.</summary>
    public TimeSpan? IdleTimeout { get; } = IdleTimeoutOf(type);

    private static string DefaultName(string className)
    {
        var name = className.EndsWith("Grain", StringComparison.Ordinal) && className.Length > 5 ? className[..^5] : className;
#pragma warning disable CA1308 // Stored names are lower case, as Orleans makes them; nothing is compared by it.
        return name.ToLowerInvariant();
#pragma warning restore CA1308
    }

    private static TimeSpan? IdleTimeoutOf(Type type)
    {
        if (type.IsDefined(typeof(KeepAliveAttribute), inherit: true))
            return Timeout.InfiniteTimeSpan;
        return type.GetCustomAttribute<CollectionAgeLimitAttribute>() switch
        {
            null => null,
            { AlwaysActive: true } => Timeout.InfiniteTimeSpan,
            var limit => limit.AgeLimit,
        };
    }
}
