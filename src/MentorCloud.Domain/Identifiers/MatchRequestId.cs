namespace MentorCloud.Domain.Identifiers;

/// <summary>Names what two people ask of each other in a cohort: one name for a pair, however often they ask.</summary>
/// <param name="Value">The UUIDv7 behind it.</param>
public readonly record struct MatchRequestId(Guid Value) : IEntityId<MatchRequestId>
{
    /// <inheritdoc/>
    public static MatchRequestId From(Guid value) => new(value);

    /// <summary>The compact form.</summary>
    /// <returns>32 lower-case hexadecimal digits.</returns>
    public override string ToString() => Value.ToString("N");
}
