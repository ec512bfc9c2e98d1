namespace MentorCloud.Domain.Identifiers;

/// <summary>Names a pairing.</summary>
/// <param name="Value">The UUIDv7 behind it.</param>
public readonly record struct PairingId(Guid Value) : IEntityId<PairingId>
{
    /// <inheritdoc/>
    public static PairingId From(Guid value) => new(value);

    /// <summary>The compact form.</summary>
    /// <returns>32 lower-case hexadecimal digits.</returns>
    public override string ToString() => Value.ToString("N");
}
