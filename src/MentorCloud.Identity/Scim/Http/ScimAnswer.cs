using System.Globalization;
using System.Text.Json.Nodes;
using MentorCloud.Identity.Scim.Resources;
using Microsoft.AspNetCore.Http;

namespace MentorCloud.Identity.Scim.Http;

/// <summary>An answer in SCIM's media type.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body; null for none.</param>
internal sealed record ScimAnswer(int Status, JsonObject? Body = null) : IResult
{
    private const string ErrorSchema = "urn:ietf:params:scim:api:messages:2.0:Error";

    /// <summary>The entity tag; null for none.</summary>
    public string? Version { get; init; }

    /// <summary>The address of the resource; null for none.</summary>
    public string? Location { get; init; }

    public static ScimAnswer Of(ScimRefusal refusal) => new(refusal.Status, Error(refusal));

    /// <summary>The error message of RFC 7644, section 3.12, with <c>code</c> and <c>field</c> of ours besides.</summary>
    public static JsonObject Error(ScimRefusal refusal)
    {
        var body = new JsonObject { ["schemas"] = new JsonArray(ErrorSchema), ["status"] = refusal.Status.ToString(CultureInfo.InvariantCulture) };
        ScimDocument.Put(body, "scimType", refusal.ScimType);
        body["detail"] = refusal.Detail;
        body["code"] = refusal.Code;
        ScimDocument.Put(body, "field", refusal.Field);
        return body;
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        if (Version is not null)
        {
            response.Headers.ETag = Version;
        }

        if (Location is not null)
        {
            response.Headers[Status == StatusCodes.Status201Created ? "Location" : "Content-Location"] = Location;
        }

        if (Body is not null)
        {
            response.ContentType = ScimBody.MediaType + "; charset=utf-8";
            await response.WriteAsync(Body.ToJsonString(), httpContext.RequestAborted);
        }
    }
}
