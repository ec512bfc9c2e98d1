using MentorCloud.Domain.Refusals;
using MentorCloud.Identity.Scim.Bulk;
using MentorCloud.Identity.Scim.Schemas;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MentorCloud.Identity.Scim.Http;

/// <summary>The addresses of SCIM.</summary>
internal static class ScimRoutes
{
    public const string Root = "/scim/v2";

    private static readonly string[] AnyMethod = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

    public static void MapScim(this IEndpointRouteBuilder endpoints)
    {
        foreach (var kind in Schemata.Kinds)
        {
            MapKind(endpoints, $"{Root}/{kind.Path}", kind);
        }

        endpoints.MapGet(Root, (HttpContext http, ScimEndpoint scim) => scim.ListAsync(http, Schemata.Kinds));
        endpoints.MapPost(Root + "/.search", (HttpContext http, ScimEndpoint scim) => scim.SearchAsync(http, Schemata.Kinds));
        endpoints.MapPost(Root + "/Bulk", (HttpContext http, BulkEndpoint bulk) => bulk.AnswerAsync(http));
        MapDiscovery(endpoints);

        // Last of all: what is no address of ours, or is one with another method.
        endpoints.MapMethods(Root + "/{**rest}", AnyMethod, (HttpContext http, ScimAccess access, EndpointDataSource all) => ScimEndpoint.RunAsync(async () =>
        {
            await access.LetInAsync(http, ScimAccess.Get);
            return Methods(http, all) is { Count: > 0 } methods ? OtherMethod(http, methods) : ScimAnswer.Of(ScimRefusal.NotFound);
        })).WithOrder(int.MaxValue);
    }

    private static void MapKind(IEndpointRouteBuilder endpoints, string path, ResourceKind kind)
    {
        var one = path + "/{id}";
        endpoints.MapGet(path, (HttpContext http, ScimEndpoint scim) => scim.ListAsync(http, kind));
        endpoints.MapPost(path, (HttpContext http, ScimEndpoint scim) => scim.CreateAsync(http, kind));
        endpoints.MapPost(path + "/.search", (HttpContext http, ScimEndpoint scim) => scim.SearchAsync(http, kind));
        endpoints.MapGet(one, (HttpContext http, string id, ScimEndpoint scim) => scim.GetAsync(http, kind, id));
        endpoints.MapPut(one, (HttpContext http, string id, ScimEndpoint scim) => scim.ReplaceAsync(http, kind, id));
        endpoints.MapPatch(one, (HttpContext http, string id, ScimEndpoint scim) => scim.PatchAsync(http, kind, id));
        endpoints.MapDelete(one, (HttpContext http, string id, ScimEndpoint scim) => scim.DeleteAsync(http, kind, id));
    }

    private static void MapDiscovery(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Root + "/ServiceProviderConfig", (HttpContext http, DiscoveryEndpoint discovery) => discovery.ConfigurationAsync(http));
        endpoints.MapGet(Root + "/ResourceTypes", (HttpContext http, DiscoveryEndpoint discovery) => discovery.KindsAsync(http));
        endpoints.MapGet(Root + "/ResourceTypes/{id}", (HttpContext http, string id, DiscoveryEndpoint discovery) => discovery.KindAsync(http, id));
        endpoints.MapGet(Root + "/Schemas", (HttpContext http, DiscoveryEndpoint discovery) => discovery.SchemasAsync(http));
        endpoints.MapGet(Root + "/Schemas/{id}", (HttpContext http, string id, DiscoveryEndpoint discovery) => discovery.SchemaAsync(http, id));
        endpoints.MapMethods(Root + "/Me", AnyMethod, (HttpContext http, DiscoveryEndpoint discovery) => discovery.MeAsync(http));
    }

    /// <summary>The methods that the address has; none when it is no address of ours.</summary>
    private static List<string> Methods(HttpContext http, EndpointDataSource all) =>
        [.. all.Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Order < int.MaxValue && endpoint.RoutePattern.RawText!.StartsWith(Root, StringComparison.Ordinal))
            .Where(endpoint => new Microsoft.AspNetCore.Routing.Template.TemplateMatcher(new(endpoint.RoutePattern), []).TryMatch(http.Request.Path, []))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []).Distinct()];

    private static ScimAnswer OtherMethod(HttpContext http, List<string> methods)
    {
        http.Response.Headers.Allow = string.Join(", ", methods);
        return ScimAnswer.Of(new ScimRefusal(405, ErrorCodes.InputInvalid, $"This address takes {string.Join(", ", methods)}."));
    }
}
