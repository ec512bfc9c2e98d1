using MentorCloud.Identity.Scim.Filters;

namespace MentorCloud.Identity.Scim.Schemas;

/// <summary>A kind of resource: its address, its schema and the schemas that extend it.</summary>
/// <param name="Name"><c>User</c> or <c>Group</c>.</param>
/// <param name="Path">The last part of its address.</param>
/// <param name="Schema">Its own schema.</param>
/// <param name="Extensions">What extends it.</param>
internal sealed record ResourceKind(string Name, string Path, ScimSchema Schema, IReadOnlyList<ScimSchema> Extensions)
{
    /// <summary>Attributes of RFC 7643 that MentorCloud has no use for and so does not keep: what a directory sends for them is passed over.</summary>
    public IReadOnlyList<string> NotKept { get; init; } = [];

    /// <summary>Every schema that a resource of this kind may name.</summary>
    public IEnumerable<ScimSchema> AllSchemas => [Schema, .. Extensions];

    /// <summary>What a path leads to; null when no schema has it.</summary>
    public AttributeTarget? Resolve(AttributePath path)
    {
        if (path.Schema is { } named)
        {
            var schema = AllSchemas.FirstOrDefault(each => each.Id.Equals(named, StringComparison.OrdinalIgnoreCase));
            return schema is null ? null : Target(schema, path);
        }

        return Target(Schema, path);
    }

    /// <summary>Whether the path leads to something of RFC 7643 that is not kept here.</summary>
    public bool PassesOver(AttributePath path) => path.Name is { } name
        && (path.Schema is null || path.Schema.Equals(Schema.Id, StringComparison.OrdinalIgnoreCase)) && NotKept.Contains(name, StringComparer.OrdinalIgnoreCase);

    private AttributeTarget? Target(ScimSchema schema, AttributePath path)
    {
        var extension = schema == Schema ? null : schema;
        if (path.Name is not { } name)
        {
            return extension is null ? null : new AttributeTarget(extension, null, null);
        }

        var attribute = schema.Find(name) ?? (extension is null ? Schemata.Common.FirstOrDefault(each => each.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) : null);
        if (attribute is null || path.Part is not { } part)
        {
            return attribute is null ? null : new AttributeTarget(extension, attribute, null);
        }

        return attribute.Part(part) is { } found ? new AttributeTarget(extension, attribute, found) : null;
    }
}
