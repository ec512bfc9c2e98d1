using System.Text.Json;
using MentorCloud.Identity.Scim.Http;
using MentorCloud.Identity.Scim.Resources;

namespace MentorCloud.Identity.Scim.Patching;

/// <summary>One operation of a patch (RFC 7644, section 3.5.2).</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Path">Where; null for the resource itself.</param>
/// <param name="Value">With what; null for none.</param>
internal sealed record PatchOperation(PatchKind Kind, PatchPath? Path, JsonElement? Value)
{
    private const string Message = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

    /// <summary>Operations of a patch at most.</summary>
    public const int Most = 1000;

    /// <summary>Reads a patch; names and kinds in any case, as Entra ID writes <c>Add</c> and <c>Replace</c>.</summary>
    /// <exception cref="ScimRefusedException">invalidSyntax, invalidPath, invalidFilter, invalidValue.</exception>
    public static IReadOnlyList<PatchOperation> ReadAll(JsonElement body)
    {
        ScimBody.RequireSchema(body, Message);
        if (ScimBody.Member(body, "Operations") is not { ValueKind: JsonValueKind.Array } operations || operations.GetArrayLength() is 0 or > Most)
        {
            throw new ScimRefusedException(ScimRefusal.Syntax($"Operations must be a list of 1 to {Most} operations.", "Operations"));
        }

        return [.. operations.EnumerateArray().Select(Read)];
    }

    private static PatchOperation Read(JsonElement operation)
    {
        var kind = (operation.ValueKind == JsonValueKind.Object ? ScimBody.TextMember(operation, "op")?.ToLowerInvariant() : null) switch
        {
            "add" => PatchKind.Add,
            "replace" => PatchKind.Replace,
            "remove" => PatchKind.Remove,
            _ => throw new ScimRefusedException(ScimRefusal.Syntax("op must be add, replace or remove.", "op")),
        };

        var path = ScimBody.TextMember(operation, "path");
        return new PatchOperation(kind, string.IsNullOrEmpty(path) ? null : PatchPath.Read(path), ScimBody.Member(operation, "value"));
    }
}
