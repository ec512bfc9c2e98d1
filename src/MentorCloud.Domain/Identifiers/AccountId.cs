namespace MentorCloud.Domain.Identifiers;

/// <summary>Names an account that a person logs in with.</summary>
/// <param name="Value">The UUIDv7 behind it.</param>
public readonly record struct AccountId(Guid Value) : IEntityId<AccountId>
{
    /// <inheritdoc/>
    public static AccountId From(Guid value) => new(value);

    /// <summary>The compact form.</summary>
    /// <returns>32 lower-case hexadecimal digits.</returns>
    public override string ToString() => Value.ToString("N");
}
