namespace MentorCloud.Domain.Identifiers;

/// <summary>Names a cohort.</summary>
/// <param name="Value">The UUIDv7 behind it.</param>
public readonly record struct CohortId(Guid Value) : IEntityId<CohortId>
{
    /// <inheritdoc/>
    public static CohortId From(Guid value) => new(value);

    /// <summary>The compact form.</summary>
    /// <returns>32 lower-case hexadecimal digits.</returns>
    public override string ToString() => Value.ToString("N");
}
