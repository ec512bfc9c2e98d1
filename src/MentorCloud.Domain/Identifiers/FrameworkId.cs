namespace MentorCloud.Domain.Identifiers;

/// <summary>Names one version of a competency framework.</summary>
/// <param name="Value">The UUIDv7 behind it.</param>
public readonly record struct FrameworkId(Guid Value) : IEntityId<FrameworkId>
{
    /// <inheritdoc/>
    public static FrameworkId From(Guid value) => new(value);

    /// <summary>The compact form.</summary>
    /// <returns>32 lower-case hexadecimal digits.</returns>
    public override string ToString() => Value.ToString("N");
}
