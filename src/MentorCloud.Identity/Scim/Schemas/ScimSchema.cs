namespace MentorCloud.Identity.Scim.Schemas;

/// <summary>A schema: a named list of attributes.</summary>
/// <param name="Id">Its URN.</param>
/// <param name="Name">For people.</param>
/// <param name="Description">One sentence.</param>
/// <param name="Attributes">Its attributes.</param>
internal sealed record ScimSchema(string Id, string Name, string Description, IReadOnlyList<ScimAttribute> Attributes)
{
    /// <summary>An attribute by its name; null when there is none.</summary>
    public ScimAttribute? Find(string name) => Attributes.FirstOrDefault(each => each.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
