using System.Text.Json.Nodes;

namespace MentorCloud.Identity.Tests.Scim;

/// <summary>Makes filters and users at random, from a seed. Texts are lower case, so that judges who know no schema agree about case.</summary>
internal sealed class FilterDice(int seed)
{
    private static readonly string[] Words = ["ada", "bob", "cy", "dee", "ada@acme.example", "research", "sales", "work", "home", "e-1", "a"];
    private static readonly string[] Texts = ["userName", "displayName", "name.familyName", "name.givenName", "title", "emails.value", "emails.type", DirectoryClient.Enterprise + ":department", "externalId"];
    private static readonly string[] Orders = ["eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le"];
    private readonly Random _random = new(seed);

    /// <summary>A filter; with <paramref name="plain"/> only what can be asked of resources without knowing their schema.</summary>
    public string Filter(bool plain, int depth = 4) => _random.Next(depth > 0 ? 8 : 3) switch
    {
        < 3 => Comparison(plain),
        3 => $"{Filter(plain, depth - 1)} {Cased("and")} {Filter(plain, depth - 1)}",
        4 => $"{Filter(plain, depth - 1)}  {Cased("or")} {Filter(plain, depth - 1)}",
        5 => $"({Filter(plain, depth - 1)})",
        6 => $"{Cased("not")} ({Filter(plain, depth - 1)})",
        _ => $"emails[{Element()}]",
    };

    public JsonObject User()
    {
        var user = new JsonObject { ["userName"] = Word() };
        foreach (var name in new[] { "displayName", "title", "externalId" }.Where(_ => Half()))
        {
            user[name] = Word();
        }

        if (Half())
        {
            user["name"] = new JsonObject { ["familyName"] = Word(), ["givenName"] = Word() };
        }

        if (Half())
        {
            user["emails"] = new JsonArray([.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => new JsonObject { ["value"] = Word(), ["type"] = Half() ? "work" : "home" })]);
        }

        if (Half())
        {
            user["active"] = Half();
        }

        if (Half())
        {
            user[DirectoryClient.Enterprise] = new JsonObject { ["department"] = Word() };
        }

        return user;
    }

    private string Comparison(bool plain) => _random.Next(plain ? 6 : 9) switch
    {
        0 => $"{Pick(Texts)} {Cased("pr")}",
        1 => $"active {(Half() ? "eq" : "ne")} {(Half() ? "true" : "false")}",
        < 6 => $"{Pick(Texts)} {Cased(Pick(Orders))} \"{Word()}\"",
        6 => $"{Pick(Texts)} eq null",
        7 => $"x.y {Pick(Orders)} {(Half() ? "12.5" : "7")}",
        _ => $"{Pick(Texts)} eq \"a \\\"quoted\\\" (word] and [more)\"",
    };

    private string Element() => _random.Next(4) switch
    {
        0 => $"type eq \"{(Half() ? "work" : "home")}\"",
        1 => $"type eq \"work\" and value {Pick(Orders)} \"{Word()}\"",
        2 => $"not (value sw \"{Word()}\") or type pr",
        _ => $"value co \"{Word()}\"",
    };

    private string Cased(string word) => _random.Next(3) switch { 0 => word.ToUpperInvariant(), 1 => char.ToUpperInvariant(word[0]) + word[1..], _ => word };

    private string Word() => Pick(Words);

    private bool Half() => _random.Next(2) == 0;

    private string Pick(string[] all) => all[_random.Next(all.Length)];
}
