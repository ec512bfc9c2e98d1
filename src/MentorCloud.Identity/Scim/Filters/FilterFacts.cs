using System.Text.Json;
using MentorCloud.Identity.Scim.Schemas;

namespace MentorCloud.Identity.Scim.Filters;

/// <summary>What can be told of a filter without asking any resource.</summary>
internal static class FilterFacts
{
    /// <summary>
    /// The texts that simple attributes must equal, where everything else is joined to them by <c>and</c>. A database that
    /// has an index finds those first; the filter is asked of what is left, so finding too little here is never wrong.
    /// </summary>
    public static IEnumerable<(string Attribute, string Value)> Equalities(FilterNode? filter, ResourceKind kind) => filter switch
    {
        FilterNode.All all => all.Terms.SelectMany(term => Equalities(term, kind)),
        FilterNode.Compare { Operator: FilterOperator.Eq, Value: { } value } compare when value.GetValueKind() == JsonValueKind.String
            && kind.Resolve(compare.Path) is { Extension: null, Attribute: { IsMany: false, Type: ScimType.Text } attribute } => [(attribute.Name, value.ToString())],
        _ => [],
    };

    /// <summary>Whether the filter asks for an attribute anywhere.</summary>
    public static bool Mentions(FilterNode? filter, string attribute) => filter switch
    {
        FilterNode.All all => all.Terms.Any(term => Mentions(term, attribute)),
        FilterNode.Any any => any.Terms.Any(term => Mentions(term, attribute)),
        FilterNode.Not not => Mentions(not.Inner, attribute),
        FilterNode.Element element => Is(element.Path, attribute),
        FilterNode.Present present => Is(present.Path, attribute),
        FilterNode.Compare compare => Is(compare.Path, attribute),
        _ => false,
    };

    private static bool Is(AttributePath path, string attribute) => attribute.Equals(path.Name, StringComparison.OrdinalIgnoreCase);
}
