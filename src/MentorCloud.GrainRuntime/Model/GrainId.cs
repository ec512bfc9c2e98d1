namespace MentorCloud.GrainRuntime;

/// <summary>Names one grain: its type and its key. Written as <c>type/key</c>.</summary>
public readonly struct GrainId : IEquatable<GrainId>
{
    /// <summary>Joins a type and a key.</summary>
    public GrainId(GrainType type, IdSpan key)
    {
        Type = type;
        Key = key;
    }

    /// <summary>The kind of grain.</summary>
    public GrainType Type { get; }

    /// <summary>The key within the type.</summary>
    public IdSpan Key { get; }

    /// <summary>True when neither type nor key was given.</summary>
    public bool IsDefault => Type.IsDefault && Key.IsDefault;

    /// <summary>Joins a type and a key, both by name.</summary>
    /// <exception cref="ArgumentException">The key is empty or white space.</exception>
    public static GrainId Create(string type, string key) => Create(GrainType.Create(type), key);

    /// <summary>Joins a type and a key.</summary>
    /// <exception cref="ArgumentException">The key is empty or white space.</exception>
    public static GrainId Create(GrainType type, string key)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        return new GrainId(type, IdSpan.Create(key));
    }

    /// <inheritdoc/>
    public bool Equals(GrainId other) => Key.Equals(other.Key) && Type.Equals(other.Type);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is GrainId other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Type, Key);

    /// <summary><c>type/key</c>.</summary>
    public override string ToString() => $"{Type}/{Key}";

    /// <summary>Same type and key.</summary>
    public static bool operator ==(GrainId left, GrainId right) => left.Equals(right);

    /// <summary>Another type or key.</summary>
    public static bool operator !=(GrainId left, GrainId right) => !left.Equals(right);
}
