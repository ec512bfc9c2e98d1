using System.Globalization;
using System.Text.Json;
using MentorCloud.Identity.Scim.Filters;
using MentorCloud.Identity.Scim.Resources;
using Microsoft.AspNetCore.Http;

namespace MentorCloud.Identity.Scim.Http;

/// <summary>A request for a list, by the query string or by the body of <c>/.search</c> (RFC 7644, sections 3.4.2 and 3.4.3).</summary>
/// <param name="Query">Which resources.</param>
/// <param name="Projection">Which attributes.</param>
internal sealed record ListRequest(ListQuery Query, Projection Projection)
{
    private const string SearchSchema = "urn:ietf:params:scim:api:messages:2.0:SearchRequest";

    /// <exception cref="ScimRefusedException">invalidFilter, invalidPath, invalidValue, invalidSyntax.</exception>
    public static ListRequest Read(IQueryCollection query) => new(
        ReadQuery(One(query, "filter"), One(query, "sortBy"), One(query, "sortOrder"), Number(One(query, "startIndex"), "startIndex"), Number(One(query, "count"), "count")),
        ReadProjection(query));

    /// <exception cref="ScimRefusedException">As above.</exception>
    public static Projection ReadProjection(IQueryCollection query) =>
        Projection.Read(One(query, "attributes")?.Split(','), One(query, "excludedAttributes")?.Split(','));

    /// <exception cref="ScimRefusedException">As above.</exception>
    public static ListRequest Read(JsonElement body)
    {
        ScimBody.RequireSchema(body, SearchSchema);
        return new ListRequest(
            ReadQuery(ScimBody.TextMember(body, "filter"), ScimBody.TextMember(body, "sortBy"), ScimBody.TextMember(body, "sortOrder"), Number(body, "startIndex"), Number(body, "count")),
            Projection.Read(Names(body, "attributes"), Names(body, "excludedAttributes")));
    }

    private static ListQuery ReadQuery(string? filter, string? sortBy, string? sortOrder, int? start, int? count)
    {
        AttributePath? path = null;
        if (!string.IsNullOrEmpty(sortBy) && !AttributePath.TryRead(sortBy, out path))
        {
            throw new ScimRefusedException(ScimRefusal.Path("sortBy", "sortBy names no attribute."));
        }

        var isDescending = sortOrder?.ToLowerInvariant() switch
        {
            null or "" or "ascending" => false,
            "descending" => true,
            _ => throw new ScimRefusedException(ScimRefusal.Value("sortOrder", "sortOrder is ascending or descending.")),
        };
        return new ListQuery(
            string.IsNullOrWhiteSpace(filter) ? null : FilterReading.Read(filter), path, isDescending,
            Math.Max(start ?? 1, 1), Math.Clamp(count ?? ListQuery.UsualCount, 0, ListQuery.MostCount));
    }

    private static string? One(IQueryCollection query, string name) => query[name] is { Count: > 1 }
        ? throw new ScimRefusedException(ScimRefusal.Syntax($"{name} is given twice.", name))
        : query[name].FirstOrDefault();

    private static int? Number(string? text, string name) => string.IsNullOrEmpty(text) ? null
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw NoNumber(name);

    private static int? Number(JsonElement body, string name) => ScimBody.Member(body, name) switch
    {
        null or { ValueKind: JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.Number } value when value.TryGetInt32(out var number) => number,
        _ => throw NoNumber(name),
    };

    private static List<string>? Names(JsonElement body, string name) => ScimBody.Member(body, name) switch
    {
        null or { ValueKind: JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.Array } list when list.EnumerateArray().All(each => each.ValueKind == JsonValueKind.String) =>
            [.. list.EnumerateArray().Select(each => each.GetString()!)],
        _ => throw new ScimRefusedException(ScimRefusal.Syntax($"{name} must be a list of texts.", name)),
    };

    private static ScimRefusedException NoNumber(string name) => new(ScimRefusal.Value(name, $"{name} must be a whole number."));
}
