using System.Text.Json;
using MentorCloud.Identity.Scim.Http;
using MentorCloud.Identity.Scim.Resources;

namespace MentorCloud.Identity.Scim.Bulk;

/// <summary>A bulk request (RFC 7644, section 3.7).</summary>
/// <param name="Operations">Its operations, unread.</param>
/// <param name="FailOnErrors">After so many errors the rest is left undone; null for never.</param>
internal sealed record BulkRequest(IReadOnlyList<JsonElement> Operations, int? FailOnErrors)
{
    /// <summary>Operations of a request at most.</summary>
    public const int MostOperations = 1000;

    private const string Schema = "urn:ietf:params:scim:api:messages:2.0:BulkRequest";

    /// <exception cref="ScimRefusedException">413, invalidSyntax.</exception>
    public static BulkRequest Read(JsonElement body)
    {
        ScimBody.RequireSchema(body, Schema);
        if (ScimBody.Member(body, "Operations") is not { ValueKind: JsonValueKind.Array } operations
            || operations.EnumerateArray().Any(each => each.ValueKind != JsonValueKind.Object))
        {
            throw new ScimRefusedException(ScimRefusal.Syntax("Operations must be a list of objects.", "Operations"));
        }

        if (operations.GetArrayLength() > MostOperations)
        {
            throw new ScimRefusedException(ScimRefusal.TooLarge($"A bulk request has at most {MostOperations} operations."));
        }

        int? failOn = ScimBody.Member(body, "failOnErrors") switch
        {
            null or { ValueKind: JsonValueKind.Null } => null,
            { ValueKind: JsonValueKind.Number } number when number.TryGetInt32(out var errors) && errors > 0 => errors,
            _ => throw new ScimRefusedException(ScimRefusal.Value("failOnErrors", "failOnErrors must be a whole number above 0.")),
        };
        return new BulkRequest([.. operations.EnumerateArray()], failOn);
    }
}
