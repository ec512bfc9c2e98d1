using System.Text.Json.Nodes;
using MentorCloud.Domain.Refusals;
using MentorCloud.Identity.Scim.Bulk;
using MentorCloud.Identity.Scim.Resources;
using MentorCloud.Identity.Scim.Schemas;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace MentorCloud.Identity.Scim.Http;

/// <summary>What a directory can find out about us (RFC 7644, section 4).</summary>
internal sealed class DiscoveryEndpoint(ScimAccess access, IOptions<IdentityOptions> options)
{
    private const string Core = "urn:ietf:params:scim:schemas:core:2.0:";

    private string Root => options.Value.ScimRoot;

    public Task<IResult> ConfigurationAsync(HttpContext http) => AnswerAsync(http, () => Configuration());

    public Task<IResult> KindsAsync(HttpContext http) => AnswerAsync(http, () => List(Schemata.Kinds.Select(KindOf)));

    public Task<IResult> KindAsync(HttpContext http, string id) =>
        AnswerAsync(http, () => Schemata.Kinds.FirstOrDefault(kind => kind.Name == id) is { } kind ? KindOf(kind) : null);

    public Task<IResult> SchemasAsync(HttpContext http) => AnswerAsync(http, () => List(Schemata.Kinds.SelectMany(kind => kind.AllSchemas).Select(SchemaOf)));

    public Task<IResult> SchemaAsync(HttpContext http, string id) => AnswerAsync(http, () =>
        Schemata.Kinds.SelectMany(kind => kind.AllSchemas).FirstOrDefault(schema => schema.Id.Equals(id, StringComparison.OrdinalIgnoreCase)) is { } schema ? SchemaOf(schema) : null);

    /// <summary>A client stands for no user of its own (RFC 7644, section 3.11).</summary>
    public Task<IResult> MeAsync(HttpContext http) => ScimEndpoint.RunAsync(async () =>
    {
        await access.LetInAsync(http, ScimAccess.Get);
        return ScimAnswer.Of(new ScimRefusal(501, ErrorCodes.NotFound, "There is no /Me: a client is no user."));
    });

    private Task<IResult> AnswerAsync(HttpContext http, Func<JsonObject?> document) => ScimEndpoint.RunAsync(async () =>
    {
        var caller = await access.LetInAsync(http, ScimAccess.Get);
        access.Charge(http, caller, ScimAccess.Points);
        if (http.Request.Query.ContainsKey("filter"))
        {
            // RFC 7644, section 4: a filter would tell a client that something is not supported, when it only was not asked for.
            return ScimAnswer.Of(new ScimRefusal(403, ErrorCodes.InputInvalid, "These lists take no filter.", null, "filter"));
        }

        return document() is { } found ? new ScimAnswer(StatusCodes.Status200OK, found) : ScimAnswer.Of(ScimRefusal.NotFound);
    });

    private static JsonObject List(IEnumerable<JsonObject> all)
    {
        var resources = new JsonArray([.. all]);
        return ScimEndpoint.List(resources.Count, 1, resources);
    }

    private JsonObject Configuration() => new()
    {
        ["schemas"] = new JsonArray(Core + "ServiceProviderConfig"),
        ["patch"] = new JsonObject { ["supported"] = true },
        ["bulk"] = new JsonObject { ["supported"] = true, ["maxOperations"] = BulkRequest.MostOperations, ["maxPayloadSize"] = ScimBody.MostBytes },
        ["filter"] = new JsonObject { ["supported"] = true, ["maxResults"] = ListQuery.MostCount },
        ["changePassword"] = new JsonObject { ["supported"] = false },
        ["sort"] = new JsonObject { ["supported"] = true },
        ["etag"] = new JsonObject { ["supported"] = true },
        ["authenticationSchemes"] = new JsonArray(
            Scheme("oauthbearertoken", "OAuth Bearer Token", $"A token for the scope scim from {options.Value.IssuerText}/connect/token (client credentials).", "https://www.rfc-editor.org/info/rfc6750", isPrimary: true),
            Scheme("httpbasic", "HTTP Basic", "The client's id and secret.", "https://www.rfc-editor.org/info/rfc7617", isPrimary: false)),
        ["meta"] = Meta("ServiceProviderConfig", "ServiceProviderConfig"),
    };

    private static JsonObject Scheme(string type, string name, string description, string specification, bool isPrimary) => new()
    {
        ["type"] = type, ["name"] = name, ["description"] = description, ["specUri"] = specification, ["primary"] = isPrimary,
    };

    private JsonObject Meta(string type, string path) => new() { ["resourceType"] = type, ["location"] = $"{Root}/{path}" };

    private JsonObject KindOf(ResourceKind kind) => new()
    {
        ["schemas"] = new JsonArray(Core + "ResourceType"),
        ["id"] = kind.Name,
        ["name"] = kind.Name,
        ["description"] = kind.Schema.Description,
        ["endpoint"] = "/" + kind.Path,
        ["schema"] = kind.Schema.Id,
        ["schemaExtensions"] = new JsonArray([.. kind.Extensions.Select(extension => new JsonObject { ["schema"] = extension.Id, ["required"] = false })]),
        ["meta"] = Meta("ResourceType", $"ResourceTypes/{kind.Name}"),
    };

    private JsonObject SchemaOf(ScimSchema schema) => new()
    {
        ["schemas"] = new JsonArray(Core + "Schema"),
        ["id"] = schema.Id,
        ["name"] = schema.Name,
        ["description"] = schema.Description,
        ["attributes"] = new JsonArray([.. schema.Attributes.Select(AttributeOf)]),
        ["meta"] = Meta("Schema", $"Schemas/{schema.Id}"),
    };

    private static JsonObject AttributeOf(ScimAttribute attribute)
    {
        var described = new JsonObject
        {
            ["name"] = attribute.Name,
            ["type"] = attribute.Type switch
            {
                ScimType.Flag => "boolean", ScimType.Instant => "dateTime", ScimType.Reference => "reference", ScimType.Complex => "complex", _ => "string",
            },
            ["multiValued"] = attribute.IsMany,
            ["description"] = attribute.Description,
            ["required"] = attribute.IsRequired,
            ["caseExact"] = attribute.IsCaseExact,
            ["mutability"] = attribute.IsReadOnly ? "readOnly" : "readWrite",
            ["returned"] = attribute.IsAlwaysReturned ? "always" : "default",
            ["uniqueness"] = attribute.IsUnique ? "server" : "none",
        };
        AddList(described, "canonicalValues", attribute.CanonicalValues);
        AddList(described, "referenceTypes", attribute.ReferenceTypes);
        if (attribute.Parts.Count > 0)
        {
            described["subAttributes"] = new JsonArray([.. attribute.Parts.Select(AttributeOf)]);
        }

        return described;
    }

    private static void AddList(JsonObject described, string name, IReadOnlyList<string> values)
    {
        if (values.Count > 0)
        {
            described[name] = new JsonArray([.. values.Select(value => (JsonNode)value)]);
        }
    }
}
