namespace MentorCloud.Identity.Scim.Schemas;

/// <summary>The types of attributes (RFC 7643, section 2.3) that our resources have.</summary>
internal enum ScimType
{
    Text,
    Flag,
    Instant,
    Reference,
    Complex,
}
