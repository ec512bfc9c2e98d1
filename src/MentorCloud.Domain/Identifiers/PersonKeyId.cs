namespace MentorCloud.Domain.Identifiers;

/// <summary>Names a person's data key in the key ring.</summary>
/// <param name="Value">The UUIDv7 behind it.</param>
public readonly record struct PersonKeyId(Guid Value) : IEntityId<PersonKeyId>
{
    /// <inheritdoc/>
    public static PersonKeyId From(Guid value) => new(value);

    /// <summary>The compact form.</summary>
    /// <returns>32 lower-case hexadecimal digits.</returns>
    public override string ToString() => Value.ToString("N");
}
