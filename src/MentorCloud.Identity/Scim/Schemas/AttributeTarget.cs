namespace MentorCloud.Identity.Scim.Schemas;

/// <summary>What a path leads to.</summary>
/// <param name="Extension">The extension that holds it; null for the resource's own schema.</param>
/// <param name="Attribute">The attribute; null for the whole extension.</param>
/// <param name="Part">The part of a complex attribute; null for the whole attribute.</param>
internal sealed record AttributeTarget(ScimSchema? Extension, ScimAttribute? Attribute, ScimAttribute? Part)
{
    /// <summary>What is compared: the part, the attribute, or the value of a complex attribute that was named without a part.</summary>
    public ScimAttribute? Leaf => Part ?? (Attribute is { Type: ScimType.Complex } complex ? complex.Part("value") ?? complex : Attribute);
}
