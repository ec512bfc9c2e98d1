namespace MentorCloud.Domain.Identifiers;

/// <summary>
/// A typed id. Every id is a UUIDv7 (RFC 9562, section 5.7) written in compact form: 32 lower-case hexadecimal digits
/// without hyphens, so that ids sort by the time they were made and fit a key, a URL and a file name.
/// </summary>
/// <typeparam name="TSelf">The id type itself.</typeparam>
public interface IEntityId<TSelf>
    where TSelf : struct, IEntityId<TSelf>
{
    /// <summary>The UUID behind the id; never empty in an id that was made or parsed.</summary>
    Guid Value { get; }

    /// <summary>Wraps a UUID that is known to be valid.</summary>
    /// <param name="value">The UUID.</param>
    /// <returns>The typed id.</returns>
    static abstract TSelf From(Guid value);
}
