namespace MentorCloud.Domain.Identifiers;

/// <summary>Names a matching round.</summary>
/// <param name="Value">The UUIDv7 behind it.</param>
public readonly record struct RoundId(Guid Value) : IEntityId<RoundId>
{
    /// <inheritdoc/>
    public static RoundId From(Guid value) => new(value);

    /// <summary>The compact form.</summary>
    /// <returns>32 lower-case hexadecimal digits.</returns>
    public override string ToString() => Value.ToString("N");
}
