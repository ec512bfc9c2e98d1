using System.Text;
using System.Text.Json.Nodes;
using static MentorCloud.Identity.Tests.Scim.DirectoryClient;

namespace MentorCloud.Identity.Tests.Scim;

/// <summary>Takes bodies that are right and damages them, from a seed: their values, their shape, or single bytes.</summary>
internal sealed class BodyDice(int seed, IReadOnlyList<string> ids, IReadOnlyList<string> foreign)
{
    private const string Search = "urn:ietf:params:scim:api:messages:2.0:SearchRequest";
    private const string Bulk = "urn:ietf:params:scim:api:messages:2.0:BulkRequest";

    private static readonly string[] Hostile =
    [
        "", " ", "\0", "\r\nX-Injected: 1", "<script>alert(1)</script>", "' OR 1=1 --", "../../etc/passwd", "\u202Eadmin", "\u0430da@acme.example", "bulkId:a", "bulkId:", "W/\"1\"",
        "urn:ietf:params:scim:schemas:core:2.0:User", "members[value eq \"x\"]", "emails[type eq \"work\"].value", "emails[", "a.b.c", "not (", "userName eq \"\\", "id pr and id pr or not (meta.created gt \"2026-01-01T00:00:00Z\")",
        "schemas", "meta.version", "$ref", "groups.$ref", "__proto__", new('a', 5000), new('(', 3000), "{\"$ref\":1}", "\uFFFF", "99999999999999999999", "2026-13-45", "true", "False", "{id}", "{foreign}",
    ];

    private readonly Random _random = new(seed);

    /// <summary>A body of one of the requests: which one, and its bytes.</summary>
    public (int Request, byte[] Body) Next()
    {
        var request = _random.Next(6);
        var node = Right(request);
        for (var blows = _random.Next(1, 5); blows > 0; blows--)
        {
            Strike(node);
        }

        var bytes = Encoding.UTF8.GetBytes(node.ToJsonString());
        return (request, _random.Next(2) == 0 ? bytes : Damaged(bytes));
    }

    public string Id() => _random.Next(4) == 0 ? Pick(foreign) : Pick(ids);

    private JsonObject Right(int request) => request switch
    {
        0 or 1 => Whole(),
        2 => new JsonObject { ["schemas"] = new JsonArray(Group), ["displayName"] = Text(), ["externalId"] = Text(), ["members"] = new JsonArray(new JsonObject { ["value"] = Id() }, new JsonObject { ["value"] = Id() }) },
        3 => Patch([.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Operation(Pick(["add", "Replace", "remove", "none"]), Pick([null, "title", "members", "emails[type eq \"work\"].value", $"{Enterprise}:manager", "active", "id"]), Value()))]),
        4 => new JsonObject { ["schemas"] = new JsonArray(Search), ["filter"] = "userName co \"a\" and (title pr or not (emails[type eq \"work\"]))", ["sortBy"] = "userName", ["startIndex"] = 1, ["count"] = 10, ["attributes"] = new JsonArray("userName", "emails.value") },
        _ => new JsonObject
        {
            ["schemas"] = new JsonArray(Bulk), ["failOnErrors"] = 2,
            ["Operations"] = new JsonArray(
                new JsonObject { ["method"] = "POST", ["path"] = "/Groups", ["bulkId"] = "a", ["data"] = new JsonObject { ["schemas"] = new JsonArray(Group), ["displayName"] = Text() } },
                new JsonObject { ["method"] = "PATCH", ["path"] = "/Groups/bulkId:a", ["data"] = Patch(Operation("add", "members", new JsonArray(new JsonObject { ["value"] = Id() }))) },
                new JsonObject { ["method"] = "DELETE", ["path"] = "/Groups/bulkId:a" }),
        },
    };

    private JsonObject Whole()
    {
        var person = Person(Pick(["ada", "bob", "cy", "dee"]), Text());
        person[Enterprise] = new JsonObject { ["employeeNumber"] = Text(), ["manager"] = new JsonObject { ["value"] = Id() } };
        person["phoneNumbers"] = new JsonArray(new JsonObject { ["value"] = "1", ["type"] = "work" });
        return person;
    }

    /// <summary>Changes one place of the body.</summary>
    private void Strike(JsonObject body)
    {
        var places = new List<(JsonNode Holder, object Place)>();
        Collect(body, places);
        if (places.Count == 0)
        {
            return;
        }

        var (holder, place) = places[_random.Next(places.Count)];
        switch (holder, place, _random.Next(4))
        {
            case (JsonObject all, string name, 0):
                all.Remove(name);
                break;
            case (JsonObject all, string name, 1):
                all[Pick([name.ToUpperInvariant(), Text(), name + " "])] = all[name]?.DeepClone();
                break;
            case (JsonObject all, string name, _):
                all[name] = Value();
                break;
            case (JsonArray many, int index, 0):
                many.RemoveAt(index);
                break;
            case (JsonArray many, int index, 1):
                many.Add(many[index]?.DeepClone());
                break;
            case (JsonArray many, int index, _):
                many[index] = Value();
                break;
            default:
                break;
        }
    }

    private static void Collect(JsonNode node, List<(JsonNode Holder, object Place)> places)
    {
        if (node is JsonObject all)
        {
            foreach (var (name, value) in all)
            {
                places.Add((all, name));
                Collect(value ?? new JsonArray(), places);
            }
        }
        else if (node is JsonArray many)
        {
            for (var index = 0; index < many.Count; index++)
            {
                places.Add((many, index));
                Collect(many[index] ?? new JsonArray(), places);
            }
        }
    }

    private JsonNode? Value() => _random.Next(9) switch
    {
        0 => null,
        1 => _random.Next(2) == 0,
        2 => _random.NextDouble() * 1e12,
        3 => new JsonArray(Text(), Text()),
        4 => new JsonObject { ["value"] = Text(), [Text()] = Text(), ["primary"] = true },
        5 => new JsonArray(new JsonObject { ["value"] = Id() }),
        _ => Text(),
    };

    private string Text() => Pick(Hostile).Replace("{id}", Pick(ids), StringComparison.Ordinal).Replace("{foreign}", Pick(foreign), StringComparison.Ordinal);

    private byte[] Damaged(byte[] bytes)
    {
        var damaged = new List<byte>(bytes);
        for (var blows = _random.Next(1, 4); blows > 0 && damaged.Count > 0; blows--)
        {
            var at = _random.Next(damaged.Count);
            switch (_random.Next(3))
            {
                case 0:
                    damaged[at] = (byte)_random.Next(256);
                    break;
                case 1:
                    damaged.RemoveRange(at, Math.Min(damaged.Count - at, _random.Next(1, 20)));
                    break;
                default:
                    damaged.InsertRange(at, Encoding.UTF8.GetBytes(Pick(["\"", "{", "}", "[", "]", ",", ":", "\\", "\\uD800", "1e999", "null"])));
                    break;
            }
        }

        return [.. damaged];
    }

    private T Pick<T>(IReadOnlyList<T> all) => all[_random.Next(all.Count)];
}
