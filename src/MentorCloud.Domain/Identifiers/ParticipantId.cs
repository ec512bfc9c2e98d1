namespace MentorCloud.Domain.Identifiers;

/// <summary>Names a participant (mentor, mentee or both).</summary>
/// <param name="Value">The UUIDv7 behind it.</param>
public readonly record struct ParticipantId(Guid Value) : IEntityId<ParticipantId>
{
    /// <inheritdoc/>
    public static ParticipantId From(Guid value) => new(value);

    /// <summary>The compact form.</summary>
    /// <returns>32 lower-case hexadecimal digits.</returns>
    public override string ToString() => Value.ToString("N");
}
