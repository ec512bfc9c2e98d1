namespace MentorCloud.GraphQL.Tests.Oracle;

/// <summary>The test of the judge: what it lets pass is the choice among errors below one null, and nothing else.</summary>
public sealed class KnownDivergenceTests
{
    private const string Data = """{"a":{"b":null},"c":[1,null]}""";

    [Theory]
    [InlineData("1:1 a.b.x", "1:9 a.b.y", true)]
    [InlineData("1:1 a.b.x", "1:9 a.b", true)]
    [InlineData("1:1 a.b.x", "1:9 c.1", false)]
    [InlineData("1:1 c.0", "1:1 c.1", false)]
    public void Errors_of_one_null_stand_for_each_other(string ours, string theirs, bool same) =>
        Assert.Equal(same, KnownDivergence.OfOrder([Data, ours, "message"], [Data, theirs, "message"]));

    [Fact]
    public void Error_that_nobody_else_has_is_a_divergence_where_it_tells_of_another_null() =>
        Assert.False(KnownDivergence.OfOrder([Data, "1:1 a.b.x", "message"], [Data, "1:1 a.b.x", "1:2 c.1", "message"]));

    [Fact]
    public void Other_data_are_a_divergence() =>
        Assert.False(KnownDivergence.OfOrder([Data, "1:1 a.b", "message"], ["""{"a":null}""", "1:1 a.b", "message"]));
}
