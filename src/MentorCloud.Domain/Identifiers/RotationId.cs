namespace MentorCloud.Domain.Identifiers;

/// <summary>Names a rotation plan.</summary>
/// <param name="Value">The UUIDv7 behind it.</param>
public readonly record struct RotationId(Guid Value) : IEntityId<RotationId>
{
    /// <inheritdoc/>
    public static RotationId From(Guid value) => new(value);

    /// <summary>The compact form.</summary>
    /// <returns>32 lower-case hexadecimal digits.</returns>
    public override string ToString() => Value.ToString("N");
}
