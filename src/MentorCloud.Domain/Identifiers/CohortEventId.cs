namespace MentorCloud.Domain.Identifiers;

/// <summary>Names an event of a cohort.</summary>
/// <param name="Value">The UUIDv7 behind it.</param>
public readonly record struct CohortEventId(Guid Value) : IEntityId<CohortEventId>
{
    /// <inheritdoc/>
    public static CohortEventId From(Guid value) => new(value);

    /// <summary>The compact form.</summary>
    /// <returns>32 lower-case hexadecimal digits.</returns>
    public override string ToString() => Value.ToString("N");
}
