using System.Text.Json;
using System.Text.Json.Nodes;
using MentorCloud.Identity.Scim.Filters;
using MentorCloud.Identity.Scim.Http;
using MentorCloud.Identity.Scim.Schemas;
using MentorCloud.Identity.Tests.Provider;

namespace MentorCloud.Identity.Tests.Scim;

/// <summary>scim2-parse-filter and scimmy judge how filters are read and what they find.</summary>
public sealed class FilterJudgeTests(ITestOutputHelper output)
{
    private const int Filters = 3000;

    [Fact]
    public async Task Filter_means_and_finds_what_the_judges_say()
    {
        var dice = new FilterDice(20261127);
        List<string> filters = [.. Enumerable.Range(0, Filters).Select(number => dice.Filter(plain: number % 2 == 0)).Where(text => text.Length <= FilterText.MostLength)];
        List<int> asked = [.. Enumerable.Range(0, filters.Count).Where(number => number % 2 == 0)];
        List<JsonObject> users = [.. Enumerable.Range(0, 60).Select(_ => dice.User())];

        var verdict = await JudgeAsync(filters, asked, users);

        Assert.All(filters.Zip(verdict["trees"]!.AsArray()), each => Assert.True(
            JsonNode.DeepEquals(Tree(FilterReading.Read(each.First)), JsonNode.Parse(each.Second!.ToString())), $"{each.First}: {each.Second}"));
        var found = asked.Select(index => Bits(filters[index], users)).ToList();
        Assert.Equal(verdict["fits"]!.AsArray().Select(each => each!.ToString()), found);
        var second = verdict["second"]!.AsArray().Select(each => each!.ToString()).ToList();
        var agreed = asked.Where((_, place) => second[place] == found[place]).Count();
        output.WriteLine($"SCIM filters: {filters.Count} read, {asked.Count} asked of {users.Count} users; scimmy agrees about {agreed}.");
        foreach (var text in asked.Where((_, place) => second[place] != found[place]).Take(10).Select(index => filters[index]))
        {
            output.WriteLine(text);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("userName")]
    [InlineData("userName eq")]
    [InlineData("userName eq ada")]
    [InlineData("userName is \"ada\"")]
    [InlineData("userName eq \"ada")]
    [InlineData("userName eq \"ada\" and")]
    [InlineData("and userName pr")]
    [InlineData("(userName pr")]
    [InlineData("userName pr)")]
    [InlineData("emails[type eq \"work\"")]
    [InlineData("emails type eq \"work\"]")]
    [InlineData("emails[]")]
    [InlineData("userName eq {}")]
    [InlineData("userName pr userName pr")]
    [InlineData("not userName pr or")]
    [InlineData("\"userName\" eq \"ada\"")]
    [InlineData("userName eq 'ada'")]
    [InlineData("1userName pr")]
    [InlineData("emails[emails[type pr]]")]
    [InlineData("userName 0 \"ada\"")]
    [InlineData("userName eq \"\\uD800\"")]
    [InlineData("u\u0455erName pr")]
    public void Filter_malformed_is_refused_as_such(string filter)
    {
        var refused = Assert.Throws<ScimRefusedException>(() => FilterReading.Read(filter)).Refusal;

        Assert.Equal((400, "invalidFilter", "filter"), (refused.Status, refused.ScimType, refused.Field));
    }

    [Fact]
    public void Filter_beyond_its_limits_is_refused_and_one_at_them_is_not()
    {
        static string Nested(int depth) => string.Concat(Enumerable.Repeat("not (", depth)) + "title pr" + new string(')', depth);
        static string Many(int terms) => string.Join(" or ", Enumerable.Repeat("title pr", terms));

        FilterReading.Read(Nested(FilterReading.MostDepth));
        FilterReading.Read(Many(FilterReading.MostComparisons));

        Assert.Throws<ScimRefusedException>(() => FilterReading.Read(Nested(FilterReading.MostDepth + 1)));
        Assert.Throws<ScimRefusedException>(() => FilterReading.Read(Many(FilterReading.MostComparisons + 1)));
        Assert.Throws<ScimRefusedException>(() => FilterReading.Read($"title eq \"{new string('a', FilterText.MostLength)}\""));
    }

    internal static async Task<JsonObject> JudgeAsync(object filters, object asked, object resources) =>
        (JsonObject)JsonNode.Parse(await WithFileAsync("scim-filters.mjs", new { filters, asked, resources }))!;

    /// <summary>Runs a judge on more than an environment variable can hold.</summary>
    internal static async Task<string> WithFileAsync(string script, object input)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(input));
            return await Judge.TextAsync(script, file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Bits(string filter, List<JsonObject> users)
    {
        var fits = FilterMatch.Of(FilterReading.Read(filter), Schemata.Users);
        return string.Concat(users.Select(user => fits(user) ? '1' : '0'));
    }

    /// <summary>The filter as scim2-parse-filter writes it.</summary>
    private static JsonObject Tree(FilterNode node) => node switch
    {
        FilterNode.Not not => new() { ["op"] = "not", ["filter"] = Tree(not.Inner) },
        FilterNode.All all => new() { ["op"] = "and", ["filters"] = new JsonArray([.. all.Terms.Select(Tree)]) },
        FilterNode.Any any => new() { ["op"] = "or", ["filters"] = new JsonArray([.. any.Terms.Select(Tree)]) },
        FilterNode.Element element => new() { ["op"] = "[]", ["attrPath"] = element.Path.ToString(), ["valFilter"] = Tree(element.Inner) },
        FilterNode.Present present => new() { ["op"] = "pr", ["attrPath"] = present.Path.ToString() },
        FilterNode.Compare compare => new() { ["op"] = compare.Operator.ToString().ToLowerInvariant(), ["attrPath"] = compare.Path.ToString(), ["compValue"] = compare.Value?.DeepClone() },
        _ => throw new InvalidOperationException(),
    };
}
