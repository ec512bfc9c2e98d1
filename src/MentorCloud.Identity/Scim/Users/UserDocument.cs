using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Identity.Access;
using MentorCloud.Identity.Scim.Resources;
using MentorCloud.Identity.Scim.Schemas;

namespace MentorCloud.Identity.Scim.Users;

/// <summary>From the rows of a user to what the directory said of it, and to the whole resource.</summary>
internal static class UserDocument
{
    /// <summary>What the directory says; for an account that it has never touched, what it would say.</summary>
    public static JsonObject Of(UserRow row)
    {
        var (account, entry) = (row.Account, row.Entry);
        var document = entry is null
            ? new JsonObject
            {
                ["displayName"] = account.DisplayName,
                ["emails"] = new JsonArray(new JsonObject { ["value"] = account.Email, ["type"] = "work", ["primary"] = true }),
            }
            : (JsonObject)JsonNode.Parse(entry.Document)!;
        document["userName"] = entry?.UserName ?? account.Email;
        document["active"] = account.Status != AccountStatus.Closed;
        if (entry?.ExternalId is { } externalId)
        {
            document["externalId"] = externalId;
        }

        return ScimDocument.Finish(document, Schemata.Users);
    }

    /// <summary>The document without what has columns of its own.</summary>
    public static string ToStored(JsonObject document)
    {
        var stored = (JsonObject)document.DeepClone();
        foreach (var column in (string[])["userName", "externalId", "active"])
        {
            stored.Remove(column);
        }

        return stored.ToJsonString();
    }

    /// <summary>The resource that is answered.</summary>
    public static ScimResource ToResource(UserRow row, string root)
    {
        var (document, account) = (Of(row), row.Account);
        var body = new JsonObject { ["schemas"] = new JsonArray(Schemata.UserId), ["id"] = account.Id };
        foreach (var (name, value) in document)
        {
            body[name] = value?.DeepClone();
        }

        body["displayName"] ??= account.DisplayName;
        if (document.ContainsKey(Schemata.EnterpriseId))
        {
            ((JsonArray)body["schemas"]!).Add(Schemata.EnterpriseId);
        }

        if (row.Groups.Count > 0)
        {
            body["groups"] = new JsonArray([.. row.Groups.Select(group => new JsonObject
            {
                ["value"] = group.Id, ["$ref"] = $"{root}/Groups/{group.Id}", ["display"] = group.Name, ["type"] = "direct",
            })]);
        }

        if (ActorClaims.RoleNames(account.Roles).ToList() is { Count: > 0 } roles)
        {
            body["roles"] = new JsonArray([.. roles.Select(role => new JsonObject { ["value"] = role })]);
        }

        var (version, location) = (VersionOf(body), $"{root}/Users/{account.Id}");
        body["meta"] = Meta("User", row.Entry?.CreatedAt ?? account.CreatedAt, row.Entry?.ModifiedAt ?? account.CreatedAt, location, version);
        return new ScimResource(body, version, location);
    }

    /// <summary>The <c>meta</c> of a resource.</summary>
    public static JsonObject Meta(string type, DateTimeOffset created, DateTimeOffset modified, string location, string version) => new()
    {
        ["resourceType"] = type, ["created"] = Instant(created), ["lastModified"] = Instant(modified), ["location"] = location, ["version"] = version,
    };

    private static string VersionOf(JsonObject body) =>
        $"W/\"{Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(body.ToJsonString())).AsSpan(0, 12))}\"";

    private static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
