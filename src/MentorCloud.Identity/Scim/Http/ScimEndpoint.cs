using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MentorCloud.Identity.Scim.Filters;
using MentorCloud.Identity.Scim.Resources;
using MentorCloud.Identity.Scim.Schemas;
using MentorCloud.Identity.Scim.Users;
using Microsoft.AspNetCore.Http;

namespace MentorCloud.Identity.Scim.Http;

/// <summary>Answers the requests for resources. Whoever comes is let in and charged before anything else is looked at.</summary>
internal sealed class ScimEndpoint(ScimAccess access, ScimResources resources, DirectoryTrail trail)
{
    private const string ListSchema = "urn:ietf:params:scim:api:messages:2.0:ListResponse";

    public Task<IResult> GetAsync(HttpContext http, ResourceKind kind, string id) => ReadAsync(http, async caller =>
    {
        access.Charge(http, caller, ScimAccess.Points);
        var projection = ListRequest.ReadProjection(http.Request.Query);
        var found = await resources.Book(kind).FindAsync(caller.Tenant, id, http.RequestAborted) ?? throw new ScimRefusedException(ScimRefusal.NotFound);
        if (Precondition.Read(http.Request.Headers.IfNoneMatch) is { Tags: not null } known && known.Fits(found.Version))
        {
            return new ScimAnswer(StatusCodes.Status304NotModified) { Version = found.Version };
        }

        await NoteReadAsync(caller, kind, 1, http.RequestAborted);
        return Answer(StatusCodes.Status200OK, found, projection, kind);
    });

    public Task<IResult> ListAsync(HttpContext http, params IReadOnlyList<ResourceKind> kinds) =>
        ReadAsync(http, caller => ListAsync(http, caller, ListRequest.Read(http.Request.Query), kinds));

    public Task<IResult> SearchAsync(HttpContext http, params IReadOnlyList<ResourceKind> kinds) =>
        ReadAsync(http, async caller => await ListAsync(http, caller, ListRequest.Read(await ScimBody.ReadAsync(http.Request)), kinds));

    public Task<IResult> CreateAsync(HttpContext http, ResourceKind kind) => ChangeAsync(http, async (caller, body) =>
    {
        var projection = ListRequest.ReadProjection(http.Request.Query);
        var made = await ScimResources.CreateAsync(resources.Book(kind), caller, body, http.RequestAborted);
        return Answer(StatusCodes.Status201Created, made, projection, kind);
    });

    public Task<IResult> ReplaceAsync(HttpContext http, ResourceKind kind, string id) => ChangeAsync(http, async (caller, body) =>
    {
        var projection = ListRequest.ReadProjection(http.Request.Query);
        var made = await ScimResources.ReplaceAsync(resources.Book(kind), caller, id, body, Condition(http), http.RequestAborted);
        return Answer(StatusCodes.Status200OK, made, projection, kind);
    });

    /// <summary>A patched group is not answered unless asked for: its members may be thousands (RFC 7644, section 3.5.2 allows it).</summary>
    public Task<IResult> PatchAsync(HttpContext http, ResourceKind kind, string id) => ChangeAsync(http, async (caller, body) =>
    {
        var projection = ListRequest.ReadProjection(http.Request.Query);
        var made = await ScimResources.PatchAsync(resources.Book(kind), caller, id, body, Condition(http), http.RequestAborted);
        return kind == Schemata.Groups && projection is { Only: null, Without: [] }
            ? new ScimAnswer(StatusCodes.Status204NoContent) { Version = made.Version }
            : Answer(StatusCodes.Status200OK, made, projection, kind);
    });

    public Task<IResult> DeleteAsync(HttpContext http, ResourceKind kind, string id) => RunAsync(async () =>
    {
        var caller = await ForChangeAsync(http);
        await resources.Book(kind).DeleteAsync(caller.Tenant, caller.Actor, id, Condition(http), http.RequestAborted);
        return new ScimAnswer(StatusCodes.Status204NoContent);
    });

    /// <summary>Runs it, and answers refusals in SCIM's form.</summary>
    public static async Task<IResult> RunAsync(Func<Task<IResult>> work)
    {
        try
        {
            return await work();
        }
        catch (ScimRefusedException refused)
        {
            return ScimAnswer.Of(refused.Refusal);
        }
    }

    private async Task<IResult> ListAsync(HttpContext http, ScimCaller caller, ListRequest request, IReadOnlyList<ResourceKind> kinds)
    {
        access.Charge(http, caller, IsIndexed(request.Query, kinds) ? ScimAccess.Points : ScimAccess.SearchPoints);
        var (total, answered) = (0, new JsonArray());
        foreach (var kind in kinds)
        {
            // Where several kinds are asked for, one follows the other.
            var query = request.Query with { Start = Math.Max(request.Query.Start - total, 1), Count = request.Query.Count - answered.Count };
            var page = await resources.Book(kind).ListAsync(caller.Tenant, query, http.RequestAborted);
            total += page.Total;
            foreach (var resource in page.Resources)
            {
                answered.Add((JsonNode)request.Projection.Of(resource, kind));
            }

            await NoteReadAsync(caller, kind, page.Resources.Count, http.RequestAborted);
        }

        return new ScimAnswer(StatusCodes.Status200OK, List(total, request.Query.Start, answered));
    }

    /// <summary>The list message of RFC 7644, section 3.4.2.</summary>
    public static JsonObject List(int total, int start, JsonArray resources) => new()
    {
        ["schemas"] = new JsonArray(ListSchema), ["totalResults"] = total, ["startIndex"] = start, ["itemsPerPage"] = resources.Count, ["Resources"] = resources,
    };

    private static bool IsIndexed(ListQuery query, IReadOnlyList<ResourceKind> kinds) => query.SortBy is null && (query.Filter is null
        || kinds.All(kind => FilterFacts.Equalities(query.Filter, kind).Any(each => each.Attribute is "id" or "externalId" or "userName" || kind == Schemata.Groups)));

    private Task<IResult> ReadAsync(HttpContext http, Func<ScimCaller, Task<IResult>> work) =>
        RunAsync(async () => await work(await access.LetInAsync(http, ScimAccess.Get)));

    private Task<IResult> ChangeAsync(HttpContext http, Func<ScimCaller, JsonElement, Task<IResult>> work) => RunAsync(async () =>
    {
        var caller = await ForChangeAsync(http);
        return await work(caller, await ScimBody.ReadAsync(http.Request));
    });

    private async Task<ScimCaller> ForChangeAsync(HttpContext http)
    {
        var caller = await access.LetInAsync(http, ScimAccess.Change);
        access.Charge(http, caller, ScimAccess.Points);
        await access.RequireChangeAsync(caller);
        return caller;
    }

    private Task NoteReadAsync(ScimCaller caller, ResourceKind kind, int count, CancellationToken cancellationToken) => count == 0
        ? Task.CompletedTask
        : trail.NoteAsync(
            caller.Actor, caller.Tenant, $"Tenant/{caller.Tenant}/{caller.Tenant}", $"Read Directory{kind.Path}",
            string.Create(CultureInfo.InvariantCulture, $"{{\"resources\":{count}}}"), cancellationToken);

    private static Precondition Condition(HttpContext http) => Precondition.Read(http.Request.Headers.IfMatch);

    private static ScimAnswer Answer(int status, ScimResource resource, Projection projection, ResourceKind kind) =>
        new(status, projection.Of(resource, kind)) { Version = resource.Version, Location = resource.Location };
}
