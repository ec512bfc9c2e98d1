using System.Globalization;
using System.Text.Json.Nodes;
using MentorCloud.Identity.Scim.Resources;
using MentorCloud.Identity.Scim.Schemas;
using MentorCloud.Identity.Scim.Users;
using MentorCloud.Identity.Store;

namespace MentorCloud.Identity.Scim.Groups;

/// <summary>From the rows of a group to its resource.</summary>
internal static class GroupDocument
{
    /// <summary>What the directory says of the group.</summary>
    public static JsonObject Of(DirectoryGroupRecord row, IEnumerable<string> members)
    {
        var document = new JsonObject();
        if (row.ExternalId is { } externalId)
        {
            document["externalId"] = externalId;
        }

        document["displayName"] = row.DisplayName;
        var many = new JsonArray([.. members.Select(member => new JsonObject { ["value"] = member })]);
        if (many.Count > 0)
        {
            document["members"] = many;
        }

        return document;
    }

    /// <summary>The resource that is answered.</summary>
    public static ScimResource ToResource(DirectoryGroupRecord row, IEnumerable<(string Account, string Name)> members, string root)
    {
        var (version, location) = (VersionOf(row), $"{root}/Groups/{row.Id}");
        var body = new JsonObject { ["schemas"] = new JsonArray(Schemata.GroupId), ["id"] = row.Id };
        if (row.ExternalId is { } externalId)
        {
            body["externalId"] = externalId;
        }

        body["displayName"] = row.DisplayName;
        var many = new JsonArray([.. members.Select(member => new JsonObject
        {
            ["value"] = member.Account, ["$ref"] = $"{root}/Users/{member.Account}", ["display"] = member.Name, ["type"] = "User",
        })]);
        if (many.Count > 0)
        {
            body["members"] = many;
        }

        body["meta"] = UserDocument.Meta("Group", row.CreatedAt, row.ModifiedAt, location, version);
        return new ScimResource(body, version, location);
    }

    public static string VersionOf(DirectoryGroupRecord row) => string.Create(CultureInfo.InvariantCulture, $"W/\"{row.Version}\"");
}
