namespace MentorCloud.Identity.Scim.Schemas;

/// <summary>The kinds of resources that MentorCloud has, and their schemas.</summary>
internal static class Schemata
{
    public const string UserId = "urn:ietf:params:scim:schemas:core:2.0:User";
    public const string GroupId = "urn:ietf:params:scim:schemas:core:2.0:Group";
    public const string EnterpriseId = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    /// <summary>What every resource has besides its schema (RFC 7643, section 3.1).</summary>
    public static IReadOnlyList<ScimAttribute> Common { get; } =
    [
        new("schemas", ScimType.Reference, "The schemas of the resource.") { IsMany = true, IsReadOnly = true, IsAlwaysReturned = true },
        new("id", ScimType.Text, "MentorCloud's id.") { IsCaseExact = true, IsReadOnly = true, IsAlwaysReturned = true, IsUnique = true },
        new("externalId", ScimType.Text, "The directory's id; unique in the tenant.") { IsCaseExact = true, IsUnique = true },
        new("meta", ScimType.Complex, "What MentorCloud says of the resource.")
        {
            IsReadOnly = true,
            Parts =
            [
                new("resourceType", ScimType.Text, "User or Group.") { IsCaseExact = true, IsReadOnly = true },
                new("created", ScimType.Instant, "When it was made.") { IsReadOnly = true },
                new("lastModified", ScimType.Instant, "When the directory last changed it.") { IsReadOnly = true },
                new("location", ScimType.Reference, "Its address.") { IsReadOnly = true },
                new("version", ScimType.Text, "Its version, as in the ETag header.") { IsCaseExact = true, IsReadOnly = true },
            ],
        },
    ];

    public static ScimSchema User { get; } = new(UserId, "User", "An account of the tenant.", UserAttributes.All);

    public static ScimSchema Enterprise { get; } = new(EnterpriseId, "Enterprise User", "Where the person stands in the company.", UserAttributes.Enterprise);

    public static ScimSchema Group { get; } = new(GroupId, "Group", "People who get roles together.",
    [
        new("displayName", ScimType.Text, "The group's name; the tenant's administrator maps it to roles.") { IsRequired = true, IsUnique = true, MostLength = 200 },
        new("members", ScimType.Complex, "Who is in it.")
        {
            IsMany = true,
            Parts =
            [
                new("value", ScimType.Text, "The user's id.") { IsCaseExact = true },
                new("$ref", ScimType.Reference, "The user's address.") { ReferenceTypes = ["User"], IsReadOnly = true },
                new("display", ScimType.Text, "The user's name.") { IsReadOnly = true },
                new("type", ScimType.Text, "Always User.") { CanonicalValues = ["User"] },
            ],
        },
    ]);

    public static ResourceKind Users { get; } = new("User", "Users", User, [Enterprise])
    {
        NotKept = ["password", "profileUrl", "ims", "photos", "entitlements", "x509Certificates"],
    };

    public static ResourceKind Groups { get; } = new("Group", "Groups", Group, []);

    public static IReadOnlyList<ResourceKind> Kinds { get; } = [Users, Groups];
}
