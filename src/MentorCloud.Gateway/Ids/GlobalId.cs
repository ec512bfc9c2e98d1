using System.Buffers.Text;
using System.Text;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Gateway.Ids;

/// <summary>
/// Opaque global ids: base64url of <c>Type:id</c>. The tenant is not in them; it comes from who asks, so an id of
/// another tenant is just an id that is not found.
/// </summary>
public static class GlobalId
{
    private const int Longest = 100;

    /// <summary>The global id of an object.</summary>
    /// <typeparam name="TId">Which kind of id.</typeparam>
    /// <param name="type">The type's name in the schema.</param>
    /// <param name="id">The id.</param>
    /// <returns>Opaque text.</returns>
    public static string Of<TId>(string type, TId id)
        where TId : struct, IEntityId<TId> => Base64Url.EncodeToString(Encoding.ASCII.GetBytes($"{type}:{id}"));

    /// <summary>Type name and compact id; false for whatever is no global id.</summary>
    internal static bool TryRead(string text, out string type, out string id)
    {
        (type, id) = (string.Empty, string.Empty);
        if (text.Length is 0 or > Longest || !Base64Url.IsValid(text))
        {
            return false;
        }

        var parts = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(text)).Split(':');
        if (parts.Length != 2)
        {
            return false;
        }

        (type, id) = (parts[0], parts[1]);
        return true;
    }

    /// <summary>An id of a known type; malformed ones answer like unknown ones.</summary>
    /// <typeparam name="TId">Which kind of id.</typeparam>
    /// <param name="text">A global id.</param>
    /// <param name="type">The type's name in the schema.</param>
    /// <param name="id">The id.</param>
    /// <returns>Whether the text is a global id of that type.</returns>
    public static bool TryRead<TId>(string text, string type, out TId id)
        where TId : struct, IEntityId<TId>
    {
        id = default;
        return TryRead(text, out var found, out var compact) && found == type && EntityId.TryParse(compact, out id);
    }

    /// <summary>An id in an input, or a refusal that names the field.</summary>
    /// <exception cref="RefusedException">NOT_FOUND.</exception>
    internal static TId Require<TId>(string text, string type, string field)
        where TId : struct, IEntityId<TId> =>
        TryRead<TId>(text, type, out var id)
            ? id
            : throw new RefusedException(new Refusal(ErrorCodes.NotFound, $"There is no such {type.ToLowerInvariant()}.", field));
}
