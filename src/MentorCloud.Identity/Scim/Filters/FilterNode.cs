using System.Text.Json.Nodes;

namespace MentorCloud.Identity.Scim.Filters;

/// <summary>A filter, read (RFC 7644, section 3.4.2.2).</summary>
internal abstract record FilterNode
{
    /// <summary>The attribute has a value.</summary>
    internal sealed record Present(AttributePath Path) : FilterNode;

    /// <summary>The attribute compares with a value: a text, a number, true, false or null.</summary>
    internal sealed record Compare(AttributePath Path, FilterOperator Operator, JsonValue? Value) : FilterNode;

    /// <summary>One element of a complex attribute fits all of it.</summary>
    internal sealed record Element(AttributePath Path, FilterNode Inner) : FilterNode;

    internal sealed record Not(FilterNode Inner) : FilterNode;

    internal sealed record All(IReadOnlyList<FilterNode> Terms) : FilterNode;

    internal sealed record Any(IReadOnlyList<FilterNode> Terms) : FilterNode;
}
