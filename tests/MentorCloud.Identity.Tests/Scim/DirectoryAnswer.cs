using System.Net;
using System.Text.Json.Nodes;

namespace MentorCloud.Identity.Tests.Scim;

/// <summary>What the server answered a directory.</summary>
internal sealed record DirectoryAnswer(HttpStatusCode Status, JsonObject? Body, string? Version, string? Location, string Headers)
{
    public string Id => Body!["id"]!.ToString();

    /// <summary>Status, SCIM's word, our code and the field of a refusal.</summary>
    public (int Status, string? ScimType, string? Code, string? Field) Refusal =>
        ((int)Status, Body?["scimType"]?.ToString(), Body?["code"]?.ToString(), Body?["field"]?.ToString());
}
