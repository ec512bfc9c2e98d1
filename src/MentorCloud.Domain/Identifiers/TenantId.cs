namespace MentorCloud.Domain.Identifiers;

/// <summary>Names a tenant (a customer company).</summary>
/// <param name="Value">The UUIDv7 behind it.</param>
public readonly record struct TenantId(Guid Value) : IEntityId<TenantId>
{
    /// <inheritdoc/>
    public static TenantId From(Guid value) => new(value);

    /// <summary>The compact form.</summary>
    /// <returns>32 lower-case hexadecimal digits.</returns>
    public override string ToString() => Value.ToString("N");
}
