using System.Text.Json;
using MentorCloud.Integration.Tests.Processes;

namespace MentorCloud.Integration.Tests.MainJob;

public sealed class DemoCommandTests
{
    [Fact]
    public async Task Demo_run_twice_and_with_reset_login_changes_only_the_logins()
    {
        using var folder = new DataFolder();

        var first = (await folder.RunAsync("demo", "--json")).Json();
        CheckFirst(first);

        var second = (await folder.RunAsync("demo", "--json")).Json();
        Assert.False(second.GetProperty("changed").GetBoolean());
        CheckSame(first, second);
        Assert.False(second.GetProperty("login").TryGetProperty("password", out _));
        Assert.False(second.GetProperty("login").TryGetProperty("clientSecret", out _));

        var reset = (await folder.RunAsync("demo", "--json", "--reset-login")).Json();
        CheckSame(first, reset);
        Assert.NotEqual(Secret(first, "password"), Secret(reset, "password"));
        Assert.NotEqual(Secret(first, "clientSecret"), Secret(reset, "clientSecret"));
        Assert.Equal(Secret(first, "clientId"), Secret(reset, "clientId"));
    }

    private static void CheckFirst(JsonElement summary)
    {
        Assert.True(summary.GetProperty("changed").GetBoolean());
        Assert.Equal("Halvorsen Group", summary.GetProperty("tenant").GetProperty("name").GetString());
        Assert.NotEmpty(summary.GetProperty("cohort").GetProperty("id").GetString()!);
        Assert.InRange(summary.GetProperty("mentors").GetInt32(), 10, 14);
        Assert.InRange(summary.GetProperty("mentees").GetInt32(), 18, 22);
        Assert.Equal(
            summary.GetProperty("participants").GetInt32(),
            summary.GetProperty("mentors").GetInt32() + summary.GetProperty("mentees").GetInt32());
        Assert.InRange(summary.GetProperty("pairings").GetInt32(), 1, summary.GetProperty("mentees").GetInt32());
        Assert.True(summary.GetProperty("totalScore").GetDecimal() > 0);
        Assert.Equal(summary.GetProperty("upperBound").GetDecimal(), summary.GetProperty("totalScore").GetDecimal());
        Assert.True(summary.GetProperty("certificateVerified").GetBoolean());
        Assert.All(summary.GetProperty("unmatched").EnumerateArray(), each => Assert.NotEmpty(each.GetProperty("reason").GetString()!));
        Assert.All(
            new[] { "tenant", "framework", "cohort", "roster", "match", "publish", "contracts", "checkIns", "total" },
            step => Assert.True(summary.GetProperty("seconds").GetProperty(step).GetDouble() >= 0));
    }

    private static void CheckSame(JsonElement first, JsonElement later) => Assert.All(
        new[] { "tenant", "cohort", "participants", "mentors", "mentees", "pairings", "totalScore", "upperBound", "unmatched" },
        name => Assert.Equal(first.GetProperty(name).GetRawText(), later.GetProperty(name).GetRawText()));

    private static string Secret(JsonElement summary, string name) => summary.GetProperty("login").GetProperty(name).GetString()!;
}
