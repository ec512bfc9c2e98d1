using MentorCloud.Integration.Tests.Rounds;
using MentorCloud.Integration.Tests.Tenants;

namespace MentorCloud.Integration.Tests.Subscriptions;

/// <summary>A round under the eyes of who follows it, from its draft to its publication.</summary>
[Collection(DemoServerCollection.Name)]
public sealed class RoundProgressTests(DemoServer demo)
{
    private const string Progress = "subscription($round: ID!) { roundProgress(round: $round) { id status progress } }";

    private const string Roster = """
        external_id,kind,name,title,profile_code,target_code,division,location,time_zone,hours_per_month,max_mentees,languages
        PV-1,mentor,Ada Berg,Director,LEG-01,,Legal,Oslo,Europe/Oslo,4,2,en
        PM-1,mentee,Dan Foss,Lead,POR-12,TGT-02,Ports,Oslo,Europe/Oslo,4,0,en

        """;

    [Fact]
    public async Task Publication_is_followed_from_the_draft_to_its_end_and_then_complete()
    {
        using var client = await demo.Halvorsen.ClientAsync(demo.Address);
        using var admin = await demo.Halvorsen.AdminAsync(demo.Address);
        using var mentor = await demo.Halvorsen.MentorAsync(demo.Address);
        var cohort = new RoundsCohort(client, "progress");
        await cohort.OpenAsync(Roster);
        var round = (await cohort.DraftAsync()).GetProperty("id").GetString()!;
        using var followed = await admin.SubscribeAsync(Progress, new { round });
        using var refused = await mentor.SubscribeAsync(Progress, new { round });
        var first = (await followed.DataAsync()).GetProperty("roundProgress");
        Assert.Equal((round, "DRAFTED"), (first.GetProperty("id").GetString(), first.GetProperty("status").GetString()));
        Assert.Equal("FORBIDDEN", await refused.EndingCodeAsync());

        await cohort.PublishAsync(round);

        var seen = await followed.UntilCompleteAsync();
        Assert.NotEmpty(seen);
        Assert.All(seen, each => Assert.Equal(round, each.GetProperty("roundProgress").GetProperty("id").GetString()));
        var last = seen[^1].GetProperty("roundProgress");
        Assert.Equal(("PUBLISHED", 1.0), (last.GetProperty("status").GetString(), last.GetProperty("progress").GetDouble()));

        // Whoever comes when it is over is told so at once.
        using var late = await admin.SubscribeAsync(Progress, new { round });
        Assert.Equal("PUBLISHED", Assert.Single(await late.UntilCompleteAsync()).GetProperty("roundProgress").GetProperty("status").GetString());
    }
}
