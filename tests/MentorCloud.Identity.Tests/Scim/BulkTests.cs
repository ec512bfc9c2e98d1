using System.Text.Json.Nodes;
using MentorCloud.Identity.Tests.Hosting;
using static MentorCloud.Identity.Tests.Scim.DirectoryClient;

namespace MentorCloud.Identity.Tests.Scim;

/// <summary>Many changes in one request.</summary>
public sealed class BulkTests
{
    private const string Request = "urn:ietf:params:scim:api:messages:2.0:BulkRequest";

    private static readonly string[] Malformed =
    [
        """{"method":"POST","path":"/Users","data":{}}""",
        """{"method":"GET","path":"/Users/1"}""",
        """{"method":"POST","bulkId":"a","path":"/Nothing","data":{}}""",
        """{"method":"PUT","path":"/Users","data":{}}""",
        """{"method":"PATCH","path":"/Users/1","data":7}""",
        """{"method":"DELETE","path":"/Users/"}""",
        "{}",
    ];

    [Fact]
    public async Task Operations_run_in_order_and_references_wait_for_what_they_name()
    {
        await using var host = await IdentityHost.StartAsync();
        using var directory = await ConnectAsync(host);

        var answers = await RunAsync(directory, null,
            Post("g", "/Groups", new JsonObject { ["schemas"] = new JsonArray(Group), ["displayName"] = "Mentors", ["members"] = new JsonArray(new JsonObject { ["value"] = "bulkId:a" }, new JsonObject { ["value"] = "bulkId:b" }) }),
            Post("a", "/Users", Person("ada")),
            Post("b", "/Users", Person("bob")),
            One("PATCH", "/Users/bulkId:a", Patch(Operation("add", "title", "Analyst"))),
            One("DELETE", "/Users/bulkId:b", null));

        Assert.Equal("201 201 201 200 204", Statuses(answers));
        Assert.All(answers, answer => Assert.Null(answer!["response"]));
        var group = Assert.Single((await directory.ListAsync("/Groups")).Resources);
        Assert.Equal("ada Example", Assert.Single(group["members"]!.AsArray())!["display"]!.ToString());
        Assert.Equal(answers[1]!["location"]!.ToString(), group["members"]![0]!["$ref"]!.ToString());
        Assert.Equal("ada", await directory.NamesAsync("title eq \"Analyst\""));
    }

    [Fact]
    public async Task Fault_of_one_operation_is_its_own_until_as_many_failed_as_were_allowed()
    {
        await using var host = await IdentityHost.StartAsync();
        using var directory = await ConnectAsync(host);
        JsonObject[] operations =
        [
            Post("a", "/Users", Person("ada")), Post("b", "/Users", Person("ada")), One("DELETE", "/Users/unknown", null), Post("c", "/Users", Person("cy")),
            One("PATCH", "/Users/bulkId:a", Patch(Operation("add", "title", "x"))),
        ];

        var stopped = await RunAsync(directory, 1, operations);
        Assert.Equal("201 409", Statuses(stopped));
        Assert.Equal("uniqueness", stopped[1]!["response"]!["scimType"]!.ToString());
        var all = await RunAsync(directory, null, operations);
        Assert.Equal("409 409 404 201 409", Statuses(all));
    }

    [Fact]
    public async Task References_in_a_circle_or_to_nothing_are_refused()
    {
        await using var host = await IdentityHost.StartAsync();
        using var directory = await ConnectAsync(host);
        JsonObject Reporting(string name, string to)
        {
            var person = Person(name);
            person[Enterprise] = new JsonObject { ["manager"] = new JsonObject { ["value"] = "bulkId:" + to } };
            return person;
        }

        var answers = await RunAsync(directory, null, Post("a", "/Users", Reporting("ada", "b")), Post("b", "/Users", Reporting("bob", "a")), Post("c", "/Users", Reporting("cy", "nobody")), Post("d", "/Users", Person("dee")));

        Assert.Equal("409 409 400 201", Statuses(answers));
    }

    [Fact]
    public async Task Operation_malformed_is_refused_by_itself()
    {
        await using var host = await IdentityHost.StartAsync();
        using var directory = await ConnectAsync(host);
        foreach (var operation in Malformed)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/scim/v2/Bulk")
            {
                Content = new StringContent($$"""{"schemas":["{{Request}}"],"Operations":[{{operation}},{"method":"DELETE","path":"/Users/1"}]}""", System.Text.Encoding.UTF8, "application/scim+json"),
            };
            var answer = await directory.SendAsync(request);
            Assert.Equal((operation, "400 404"), (operation, Statuses(answer.Body!["Operations"]!.AsArray())));
        }
    }

    [Fact]
    public async Task Request_beyond_its_limits_is_refused_whole()
    {
        await using var host = await IdentityHost.StartAsync();
        using var directory = await ConnectAsync(host);
        var many = new JsonObject
        {
            ["schemas"] = new JsonArray(Request), ["Operations"] = new JsonArray([.. Enumerable.Range(0, 1001).Select(_ => One("DELETE", "/Users/1", null))]),
        };

        Assert.Equal((413, "tooLarge"), Of(await directory.SendAsync("POST", "/Bulk", many)));
        Assert.Equal((400, "invalidValue"), Of(await directory.SendAsync("POST", "/Bulk", new JsonObject { ["schemas"] = new JsonArray(Request), ["failOnErrors"] = 0, ["Operations"] = new JsonArray() })));
        Assert.Equal((400, "invalidSyntax"), Of(await directory.SendAsync("POST", "/Bulk", new JsonObject { ["schemas"] = new JsonArray(Request), ["Operations"] = 7 })));
        using var half = new HttpRequestMessage(HttpMethod.Post, "/scim/v2/Bulk")
        {
            Content = new StringContent($$"""{"schemas":["{{Request}}"],"Operations":[{"bulkId":"\uD800"}]}""", System.Text.Encoding.UTF8, "application/scim+json"),
        };
        Assert.Equal((400, "invalidSyntax"), Of(await directory.SendAsync(half)));
    }

    private static (int, string?) Of(DirectoryAnswer answer) => (answer.Refusal.Status, answer.Refusal.ScimType);

    private static string Statuses(JsonArray answers) => string.Join(' ', answers.Select(answer => answer!["status"]!.ToString()));

    private static JsonObject Post(string bulkId, string path, JsonObject data) => new() { ["method"] = "POST", ["bulkId"] = bulkId, ["path"] = path, ["data"] = data.DeepClone() };

    private static JsonObject One(string method, string path, JsonObject? data)
    {
        var operation = new JsonObject { ["method"] = method, ["path"] = path };
        if (data is not null)
        {
            operation["data"] = data;
        }

        return operation;
    }

    private static async Task<JsonArray> RunAsync(DirectoryClient directory, int? failOnErrors, params JsonObject[] operations)
    {
        var body = new JsonObject { ["schemas"] = new JsonArray(Request), ["Operations"] = new JsonArray([.. operations.Select(each => each.DeepClone())]) };
        if (failOnErrors is { } most)
        {
            body["failOnErrors"] = most;
        }

        var answer = await directory.SendAsync("POST", "/Bulk", body);
        Assert.True(answer.Status == System.Net.HttpStatusCode.OK, answer.Body?.ToJsonString());
        return answer.Body!["Operations"]!.AsArray();
    }
}
