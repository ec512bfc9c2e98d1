using System.Text.Json.Nodes;
using static MentorCloud.Identity.Tests.Scim.DirectoryClient;

namespace MentorCloud.Identity.Tests.Scim;

/// <summary>Makes patches at random, from a seed, in the ways in which directories write them.</summary>
internal sealed class PatchDice(int seed)
{
    private static readonly string[] Simple = ["title", "displayName", "nickName", "name.givenName", "name.familyName", Enterprise + ":department", Enterprise + ":division", "userType"];
    private static readonly string[] Types = ["work", "home", "other"];
    private readonly Random _random = new(seed);

    /// <summary>A user with a work address at least.</summary>
    public JsonObject User()
    {
        var user = new JsonObject { ["userName"] = "ada", ["title"] = Word(), ["name"] = new JsonObject { ["givenName"] = Word(), ["familyName"] = Word() } };
        user["emails"] = new JsonArray([.. Types.Take(_random.Next(1, 4)).Select(type => new JsonObject { ["value"] = Address(), ["type"] = type })]);
        user[Enterprise] = new JsonObject { ["department"] = Word() };
        return user;
    }

    public JsonObject Operation() => _random.Next(12) switch
    {
        < 3 => DirectoryClient.Operation(Pick("add", "replace", "Add", "Replace"), Pick(Simple), Word()),
        3 => DirectoryClient.Operation(Pick("remove", "Remove"), Pick(Simple), null),
        4 => DirectoryClient.Operation(Pick("add", "replace"), null, new JsonObject { ["title"] = Word(), ["nickName"] = Word() }),
        5 => DirectoryClient.Operation(Pick("replace", "Replace"), $"emails[type eq \"{Pick(Types)}\"].value", Address()),
        6 => DirectoryClient.Operation(Pick("add", "Add"), $"emails[type eq \"{Pick(Types)}\"].value", Address()),
        7 => DirectoryClient.Operation(Pick("remove", "Remove"), $"emails[type eq \"{Pick(Types)}\"]", null),
        8 => DirectoryClient.Operation("add", "emails", Emails()),
        9 => DirectoryClient.Operation("replace", "emails", Emails()),
        10 => DirectoryClient.Operation("replace", "name", new JsonObject { ["givenName"] = Word() }),
        _ => DirectoryClient.Operation("remove", Pick("phoneNumbers", "name", Enterprise + ":manager", "title"), null),
    };

    private JsonArray Emails() => [new JsonObject { ["value"] = Address(), ["type"] = Pick(Types) }];

    private string Word() => Pick("one", "two", "three", "four");

    private string Address() => $"{Word()}@acme.example";

    private string Pick(params string[] all) => all[_random.Next(all.Length)];
}
