using System.Net;
using System.Text.Json;

namespace MentorCloud.Integration.Tests.Http;

/// <summary>An answer of the server, as it came.</summary>
internal sealed record GraphQLAnswer(HttpStatusCode Status, string Body)
{
    /// <summary>The answer as JSON.</summary>
    public JsonElement Json
    {
        get
        {
            using var document = JsonDocument.Parse(Body);
            return document.RootElement.Clone();
        }
    }

    /// <summary>The code of the first error of the request; null when there is none.</summary>
    public string? ErrorCode =>
        Json.TryGetProperty("errors", out var errors) ? errors[0].GetProperty("extensions").GetProperty("code").GetString() : null;

    /// <summary>The data of an answer without errors.</summary>
    public JsonElement Data()
    {
        Assert.False(Json.TryGetProperty("errors", out _), Body);
        return Json.GetProperty("data");
    }
}
