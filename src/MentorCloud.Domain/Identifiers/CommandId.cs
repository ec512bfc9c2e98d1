namespace MentorCloud.Domain.Identifiers;

/// <summary>Names one command; the caller's idempotency key in UUID form.</summary>
/// <param name="Value">The UUIDv7 behind it.</param>
public readonly record struct CommandId(Guid Value) : IEntityId<CommandId>
{
    /// <inheritdoc/>
    public static CommandId From(Guid value) => new(value);

    /// <summary>The compact form.</summary>
    /// <returns>32 lower-case hexadecimal digits.</returns>
    public override string ToString() => Value.ToString("N");
}
