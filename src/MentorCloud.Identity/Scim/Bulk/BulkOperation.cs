using System.Text.Json;
using MentorCloud.Identity.Scim.Http;
using MentorCloud.Identity.Scim.Resources;

namespace MentorCloud.Identity.Scim.Bulk;

/// <summary>One operation of a bulk request.</summary>
/// <param name="Method">POST, PUT, PATCH or DELETE.</param>
/// <param name="BulkId">The caller's name for what it makes; null for none.</param>
/// <param name="Book">The kind of the resource.</param>
/// <param name="Id">The resource; null for a POST.</param>
/// <param name="Condition">The version that is named.</param>
/// <param name="Data">The body; null for none.</param>
internal sealed record BulkOperation(string Method, string? BulkId, IResourceBook Book, string? Id, Precondition Condition, JsonElement? Data)
{
    /// <summary>Reads an operation; its faults are its own, not the whole request's.</summary>
    /// <exception cref="ScimRefusedException">invalidSyntax, invalidPath.</exception>
    public static BulkOperation Read(JsonElement operation, ScimResources resources)
    {
        var (method, bulkId) = (ScimBody.TextMember(operation, "method")?.ToUpperInvariant(), ScimBody.TextMember(operation, "bulkId"));
        var parts = (ScimBody.TextMember(operation, "path") ?? string.Empty).Split('/');
        var book = parts is ["", _] or ["", _, _] ? resources.Book(parts[1]) : null;
        var id = parts.Length == 3 ? parts[2] : null;
        if (book is null || id is "")
        {
            throw new ScimRefusedException(ScimRefusal.Path("path", "path must be /Users or /Groups, with an id behind it but for POST."));
        }

        var isWhole = method switch
        {
            "POST" => id is null && !string.IsNullOrEmpty(bulkId),
            "PUT" or "PATCH" or "DELETE" => id is not null,
            _ => throw new ScimRefusedException(ScimRefusal.Syntax("method must be POST, PUT, PATCH or DELETE.", "method")),
        };
        var data = ScimBody.Member(operation, "data");
        if (!isWhole || (method != "DELETE" && data is not { ValueKind: JsonValueKind.Object }))
        {
            throw new ScimRefusedException(ScimRefusal.Syntax("A POST has a bulkId and no id; all others have an id; all but DELETE have data, an object.", "path"));
        }

        return new BulkOperation(method!, bulkId, book, id, Precondition.Read(ScimBody.TextMember(operation, "version")), data);
    }
}
