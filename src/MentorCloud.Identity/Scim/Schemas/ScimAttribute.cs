namespace MentorCloud.Identity.Scim.Schemas;

/// <summary>An attribute as RFC 7643, section 7 describes it. The same description answers <c>/Schemas</c>, checks bodies, and guides filters and patches.</summary>
/// <param name="Name">As it is written; compared whatever the letters' case.</param>
/// <param name="Type">Its type.</param>
/// <param name="Description">One sentence.</param>
internal sealed record ScimAttribute(string Name, ScimType Type, string Description)
{
    /// <summary>Characters of a text that are kept at most.</summary>
    public int MostLength { get; init; } = 256;

    public bool IsMany { get; init; }

    public bool IsRequired { get; init; }

    public bool IsCaseExact { get; init; }

    /// <summary>Whether only MentorCloud sets it: what a directory sends for it is passed over (RFC 7644, section 3.5.1).</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Whether it is in every answer, whatever was asked for.</summary>
    public bool IsAlwaysReturned { get; init; }

    /// <summary>Whether no two resources of a tenant have the same value.</summary>
    public bool IsUnique { get; init; }

    /// <summary>The parts of a complex attribute.</summary>
    public IReadOnlyList<ScimAttribute> Parts { get; init; } = [];

    public IReadOnlyList<string> CanonicalValues { get; init; } = [];

    public IReadOnlyList<string> ReferenceTypes { get; init; } = [];

    /// <summary>A part by its name; null when there is none.</summary>
    public ScimAttribute? Part(string name) => Parts.FirstOrDefault(part => part.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
