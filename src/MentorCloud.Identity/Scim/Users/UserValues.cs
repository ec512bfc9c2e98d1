using System.Text.Json.Nodes;
using MentorCloud.Identity.Accounts;
using MentorCloud.Identity.Scim.Http;
using MentorCloud.Identity.Scim.Resources;
using MentorCloud.Identity.Scim.Schemas;
using MentorCloud.Identity.Text;

namespace MentorCloud.Identity.Scim.Users;

/// <summary>What of a user's document an account is made of.</summary>
/// <param name="UserName">Visible ASCII: no look-alike letter can stand for another.</param>
/// <param name="Email">The address that the account logs in with.</param>
/// <param name="DisplayName">1 to 200 characters.</param>
/// <param name="ExternalId">The directory's id; null when it gave none.</param>
/// <param name="IsActive">Whether the person may log in.</param>
internal sealed record UserValues(string UserName, EmailAddress Email, string DisplayName, string? ExternalId, bool IsActive)
{
    public string UserNameKey => UserName.ToLowerInvariant();

    /// <exception cref="ScimRefusedException">invalidValue, naming the attribute.</exception>
    public static UserValues From(JsonObject document)
    {
        var userName = document["userName"]!.ToString();
        if (userName.Any(sign => sign is <= ' ' or > '~'))
        {
            throw Wrong("userName", "Give a userName of visible ASCII characters.");
        }

        var chosen = AddressOf(document);
        return new UserValues(
            userName,
            EmailAddress.TryRead(chosen ?? userName, out var email) ? email : throw Wrong("emails", "Give an e-mail address such as name@company.example, in ASCII letters; one is needed where userName is none."),
            NameOf(document, userName),
            document["externalId"]?.ToString(),
            document["active"]?.GetValueKind() != System.Text.Json.JsonValueKind.False);
    }

    /// <summary>The ids by which the person may be known as a participant, the surest first.</summary>
    public static IEnumerable<string> PersonIds(JsonObject document)
    {
        string?[] ids = [document[Schemata.EnterpriseId]?["employeeNumber"]?.ToString(), document["externalId"]?.ToString()];
        return ids.OfType<string>().Distinct(StringComparer.Ordinal);
    }

    private static string? AddressOf(JsonObject document)
    {
        var all = (document["emails"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        var chosen = all.Find(ScimValues.IsPrimary) ?? all.Find(each => each["type"]?.ToString().Equals("work", StringComparison.OrdinalIgnoreCase) == true) ?? all.FirstOrDefault();
        return chosen?["value"]?.ToString();
    }

    private static string NameOf(JsonObject document, string userName)
    {
        var name = document["name"] as JsonObject;
        var joined = string.Join(' ', new[] { name?["givenName"], name?["familyName"] }.OfType<JsonNode>());
        var chosen = new[] { document["displayName"]?.ToString(), name?["formatted"]?.ToString(), joined, userName }
            .Select(each => (each ?? string.Empty).Trim()).First(each => each.Length > 0);
        return chosen.Length <= AccountRules.MostNameLength && !chosen.Any(char.IsControl)
            ? chosen : throw Wrong("displayName", $"Give a displayName of 1 to {AccountRules.MostNameLength} characters on one line.");
    }

    private static ScimRefusedException Wrong(string field, string detail) => new(ScimRefusal.Value(field, detail));
}
