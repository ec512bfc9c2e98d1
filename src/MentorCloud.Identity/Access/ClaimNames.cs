namespace MentorCloud.Identity.Access;

/// <summary>The claims of access tokens and browser sessions.</summary>
public static class ClaimNames
{
    /// <summary>The account (user) or the client id (machine client). RFC 7519.</summary>
    public const string Subject = "sub";

    /// <summary>The tenant, compact id.</summary>
    public const string Tenant = "tenant";

    /// <summary>A user's roles, each a claim of its own by its name in <see cref="Domain.Access.Role"/>.</summary>
    public const string Role = "role";

    /// <summary>The participant that the user is, compact id; missing when none.</summary>
    public const string Participant = "participant";

    /// <summary>The OAuth client that got the token. RFC 9068.</summary>
    public const string ClientId = "client_id";

    /// <summary>Scopes separated by spaces. RFC 8693.</summary>
    public const string Scope = "scope";

    /// <summary>The session that the token or cookie belongs to.</summary>
    public const string Session = "sid";

    /// <summary>The login of a person to a program that the token comes from.</summary>
    public const string Grant = "grant";

    /// <summary>The name shown to others.</summary>
    public const string Name = "name";
}
