using MentorCloud.Integration.Tests.Http;
using MentorCloud.Integration.Tests.Tenants;

namespace MentorCloud.Integration.Tests.BadInput;

/// <summary>A key stands for one request: repeated it answers the same, with another input it is refused.</summary>
[Collection(DemoServerCollection.Name)]
public sealed class IdempotencyTests(DemoServer demo)
{
    private static readonly string Create = GraphQLClient.MutationOf("cohortCreate", "cohort { id name createdAt }");

    [Fact]
    public async Task Key_repeated_with_the_same_input_gives_the_same_answer()
    {
        using var client = await demo.Meridian.ClientAsync(demo.Address);
        var input = new { idempotencyKey = "twice", design = new { name = "Made once" } };

        var first = await client.SendAsync(Create, new { input });
        var second = await client.SendAsync(Create, new { input });

        Assert.Equal("Made once", first.Data().GetProperty("cohortCreate").GetProperty("cohort").GetProperty("name").GetString());
        Assert.Equal(first.Body, second.Body);
    }

    [Fact]
    public async Task Key_reused_with_another_input_is_refused_and_changes_nothing()
    {
        using var client = await demo.Meridian.ClientAsync(demo.Address);
        var made = await client.MutateAsync("cohortCreate", "cohort { id }", new { idempotencyKey = "reused", design = new { name = "First name" } });

        var refused = await client.TryMutateAsync("cohortCreate", "cohort { id }", new { idempotencyKey = "reused", design = new { name = "Other name" } });

        Assert.Equal("IDEMPOTENCY_KEY_REUSED", refused.GetProperty("userErrors")[0].GetProperty("code").GetString());
        var kept = await client.QueryAsync("query($id: ID!) { cohort(id: $id) { name } }", new { id = made.GetProperty("cohort").GetProperty("id").GetString() });
        Assert.Equal("First name", kept.GetProperty("cohort").GetProperty("name").GetString());
    }

    [Fact]
    public async Task Key_used_by_two_callers_stands_for_two_requests()
    {
        using var client = await demo.Meridian.ClientAsync(demo.Address);
        using var admin = await demo.Meridian.AdminAsync(demo.Address);

        var one = await client.MutateAsync("cohortCreate", "cohort { id }", new { idempotencyKey = "shared", design = new { name = "The client's" } });
        var other = await admin.MutateAsync("cohortCreate", "cohort { id name }", new { idempotencyKey = "shared", design = new { name = "The admin's" } });

        Assert.Equal("The admin's", other.GetProperty("cohort").GetProperty("name").GetString());
        Assert.NotEqual(one.GetProperty("cohort").GetProperty("id").GetString(), other.GetProperty("cohort").GetProperty("id").GetString());
    }
}
