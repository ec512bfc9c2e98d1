namespace MentorCloud.Domain.Identifiers;

/// <summary>Names a group of a company's directory.</summary>
/// <param name="Value">The UUIDv7 behind it.</param>
public readonly record struct DirectoryGroupId(Guid Value) : IEntityId<DirectoryGroupId>
{
    /// <inheritdoc/>
    public static DirectoryGroupId From(Guid value) => new(value);

    /// <summary>The compact form.</summary>
    /// <returns>32 lower-case hexadecimal digits.</returns>
    public override string ToString() => Value.ToString("N");
}
