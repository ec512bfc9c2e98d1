namespace MentorCloud.Identity.Scim.Schemas;

/// <summary>The attributes of a user (RFC 7643, sections 4.1 and 4.3) that are kept.</summary>
internal static class UserAttributes
{
    public static IReadOnlyList<ScimAttribute> All { get; } =
    [
        new("userName", ScimType.Text, "The name by which the directory knows the user; visible ASCII, unique in the tenant.") { IsRequired = true, IsUnique = true, MostLength = 254 },
        new("name", ScimType.Complex, "The parts of the person's name.")
        {
            Parts = [Text("formatted", "The whole name."), Text("familyName", "The family name."), Text("givenName", "The given name."), Text("middleName", "Middle names."), Text("honorificPrefix", "A title before."), Text("honorificSuffix", "A title behind.")],
        },
        Text("displayName", "The name shown to others; 1 to 200 characters. Made from the name when missing.") with { MostLength = 200 },
        Text("nickName", "What the person is called."),
        Text("title", "The job title."),
        Text("userType", "Employee, contractor and the like."),
        Text("preferredLanguage", "The language, as in Accept-Language."),
        Text("locale", "Where formats come from."),
        Text("timezone", "An IANA time zone."),
        new("active", ScimType.Flag, "Whether the person may log in. False closes the account, ends its sessions, and reports the person's departure."),
        Many("emails", "Addresses; the primary one, else the first of type work, else the first, is the account's.", "work", "home", "other"),
        Many("phoneNumbers", "Telephone numbers.", "work", "home", "mobile", "fax", "pager", "other"),
        new("addresses", ScimType.Complex, "Postal addresses.")
        {
            IsMany = true,
            Parts =
            [
                Text("formatted", "The whole address.") with { MostLength = 1000 }, Text("streetAddress", "Street and number.") with { MostLength = 1000 }, Text("locality", "City."), Text("region", "Region."),
                Text("postalCode", "Postal code."), Text("country", "Country."), Type("work", "home", "other"), new("primary", ScimType.Flag, "Whether it is the preferred one."),
            ],
        },
        new("groups", ScimType.Complex, "The groups that the user is in; changed at the groups.")
        {
            IsMany = true,
            IsReadOnly = true,
            Parts =
            [
                new("value", ScimType.Text, "The group's id.") { IsCaseExact = true, IsReadOnly = true },
                new("$ref", ScimType.Reference, "The group's address.") { ReferenceTypes = ["Group"], IsReadOnly = true },
                new("display", ScimType.Text, "The group's name.") { IsReadOnly = true },
                new("type", ScimType.Text, "Always direct.") { CanonicalValues = ["direct"], IsReadOnly = true },
            ],
        },
        new("roles", ScimType.Complex, "The roles that the account has now; they come from groups and from MentorCloud's administrators.")
        {
            IsMany = true, IsReadOnly = true, Parts = [new("value", ScimType.Text, "The role.") { IsReadOnly = true }],
        },
    ];

    public static IReadOnlyList<ScimAttribute> Enterprise { get; } =
    [
        Text("employeeNumber", "The company's number for the person; the participant with this external id is the same person."),
        Text("costCenter", "Cost center."),
        Text("organization", "Organization."),
        Text("division", "Division."),
        Text("department", "Department."),
        new("manager", ScimType.Complex, "Whom the person reports to.")
        {
            Parts =
            [
                new("value", ScimType.Text, "The manager's id, as the directory writes it.") { IsCaseExact = true },
                new("$ref", ScimType.Reference, "The manager's address.") { ReferenceTypes = ["User"], IsCaseExact = true, MostLength = 1000 },
                new("displayName", ScimType.Text, "The manager's name."),
            ],
        },
    ];

    private static ScimAttribute Text(string name, string description) => new(name, ScimType.Text, description);

    private static ScimAttribute Type(params string[] values) => new("type", ScimType.Text, "What it is for.") { CanonicalValues = values };

    private static ScimAttribute Many(string name, string description, params string[] types) => new(name, ScimType.Complex, description)
    {
        IsMany = true,
        Parts = [Text("value", "The value."), Text("display", "For people."), Type(types), new("primary", ScimType.Flag, "Whether it is the preferred one.")],
    };
}
