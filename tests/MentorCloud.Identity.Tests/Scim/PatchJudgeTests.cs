using System.Text.Json;
using System.Text.Json.Nodes;
using MentorCloud.Identity.Scim.Http;
using MentorCloud.Identity.Scim.Patching;
using MentorCloud.Identity.Scim.Schemas;

namespace MentorCloud.Identity.Tests.Scim;

/// <summary>scim-patch judges what comes of patches.</summary>
public sealed class PatchJudgeTests(ITestOutputHelper output)
{
    private const int Patches = 3000;

    [Fact]
    public async Task Patch_makes_of_a_user_what_the_judge_makes_of_it()
    {
        var dice = new PatchDice(20261127);
        var cases = Enumerable.Range(0, Patches).Select(_ => (User: dice.User(), Operations: new JsonArray([.. Enumerable.Range(0, 3).Select(_ => dice.Operation())]))).ToList();

        var verdict = JsonNode.Parse(await FilterJudgeTests.WithFileAsync(
            "scim-patches.mjs", cases.Select(each => new { resource = each.User, operations = each.Operations })))!.AsArray();

        var (wrong, passed) = (new List<string>(), 0);
        for (var index = 0; index < cases.Count; index++)
        {
            var (judged, made) = (Plain(verdict[index]), Plain(Apply(cases[index].User, cases[index].Operations)));
            if (judged is null && made is not null && RemovesElements(cases[index].Operations))
            {
                // Taking elements from a list that has none: scim-patch refuses, RFC 7644 knows no error for it, and directories repeat themselves.
                passed++;
            }
            else if (!JsonNode.DeepEquals(judged, made))
            {
                wrong.Add($"{cases[index].User.ToJsonString()}\n  {cases[index].Operations.ToJsonString()}\n  judged {judged?.ToJsonString()}\n  made   {made?.ToJsonString()}");
            }
        }

        output.WriteLine($"SCIM patches: {cases.Count} applied, {wrong.Count} otherwise than scim-patch, {passed} that it refuses because a list is empty.");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(8)));
    }

    private static bool RemovesElements(JsonArray operations) => operations.Any(operation =>
        operation!["op"]!.ToString().Equals("remove", StringComparison.OrdinalIgnoreCase) && operation["path"]!.ToString().Contains('['));

    internal static JsonObject? Apply(JsonObject user, JsonArray operations)
    {
        try
        {
            var body = new JsonObject { ["schemas"] = new JsonArray(DirectoryClient.PatchOp), ["Operations"] = operations.DeepClone() };
            return Patch.Apply(user, PatchOperation.ReadAll(JsonSerializer.SerializeToElement(body)), Schemata.Users);
        }
        catch (ScimRefusedException)
        {
            return null;
        }
    }

    /// <summary>Without what is empty, which says the same as nothing (RFC 7643, section 2.5).</summary>
    private static JsonNode? Plain(JsonNode? node) => node switch
    {
        JsonObject all => new JsonObject(all.ToList().Select(each => KeyValuePair.Create(each.Key, Plain(each.Value))).Where(each => each.Value is not null)) is { Count: > 0 } kept ? kept : null,
        JsonArray many => new JsonArray([.. many.Select(Plain)]) is { Count: > 0 } kept ? kept : null,
        _ => node?.DeepClone(),
    };
}
