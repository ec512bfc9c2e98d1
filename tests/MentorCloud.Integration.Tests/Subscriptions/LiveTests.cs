using System.Text.Json;
using MentorCloud.Integration.Tests.Http;
using MentorCloud.Integration.Tests.Tenants;

namespace MentorCloud.Integration.Tests.Subscriptions;

/// <summary>Subscriptions on the real server: who sees what, event by event, and until when.</summary>
[Collection(DemoServerCollection.Name)]
public sealed class LiveTests(DemoServer demo)
{
    private const string Changed = "subscription($pairing: ID!) { pairingChanged(pairing: $pairing) { id stage escalations { subject } } }";
    private const string Escalated = "subscription { escalationChanged { pairing { id } escalation { number subject handler } } }";

    [Fact]
    public async Task Change_reaches_mentor_and_program_and_nobody_who_may_not_see_it()
    {
        using var mentor = await demo.Halvorsen.MentorAsync(demo.Address);
        using var mentee = await demo.Halvorsen.MenteeAsync(demo.Address);
        using var admin = await demo.Halvorsen.AdminAsync(demo.Address);
        using var stranger = await demo.Meridian.AdminAsync(demo.Address);
        using var strangersMentor = await demo.Meridian.MentorAsync(demo.Address);
        var (own, foreign) = (await PairingAsync(mentor), await PairingAsync(strangersMentor));
        using var mine = await mentor.SubscribeAsync(Changed, new { pairing = own });
        using var program = await admin.SubscribeAsync(Escalated);
        using var partner = await mentee.SubscribeAsync(Escalated);
        using var other = await stranger.SubscribeAsync(Escalated);
        var before = (await mine.DataAsync()).GetProperty("pairingChanged").GetProperty("escalations").GetArrayLength();

        await EscalateAsync(mentor, own, "by the mentor");
        await EscalateAsync(mentee, await PairingAsync(mentee), "by the mentee");
        await EscalateAsync(strangersMentor, foreign, "in another company");

        // What was told before may come again first.
        JsonElement after;
        do after = (await mine.DataAsync()).GetProperty("pairingChanged");
        while (after.GetProperty("escalations").GetArrayLength() == before);
        Assert.Equal(own, after.GetProperty("id").GetString());
        Assert.Equal(before + 1, after.GetProperty("escalations").GetArrayLength());
        // Two grains: each publishes in its own time.
        string?[] told = [await SubjectAsync(program), await SubjectAsync(program)];
        Assert.Equal(["by the mentee", "by the mentor"], told.Order(StringComparer.Ordinal));
        Assert.Equal("by the mentee", await SubjectAsync(partner));
        Assert.Equal("in another company", await SubjectAsync(other));
    }

    [Fact]
    public async Task Pairing_of_another_tenant_is_not_there_and_the_stream_ends()
    {
        using var mentor = await demo.Halvorsen.MentorAsync(demo.Address);
        using var stranger = await demo.Meridian.ClientAsync(demo.Address);
        using var anonymous = GraphQLClient.Anonymous(demo.Address);
        var own = await PairingAsync(mentor);

        using var foreign = await stranger.SubscribeAsync(Changed, new { pairing = own });
        using var malformed = await stranger.SubscribeAsync(Changed, new { pairing = "no id" });
        using var nobody = await anonymous.SubscribeAsync(Changed, new { pairing = own });
        using var cohort = await stranger.SubscribeAsync(
            "subscription($cohort: ID) { healthChanged(cohort: $cohort) { to } }", new { cohort = demo.Halvorsen.Cohort });
        using var rounds = await mentor.SubscribeAsync("subscription { roundProgress(round: \"" + own + "\") { status } }");

        Assert.Equal("NOT_FOUND", await foreign.EndingCodeAsync());
        Assert.Equal("NOT_FOUND", await malformed.EndingCodeAsync());
        Assert.Equal("UNAUTHENTICATED", await nobody.EndingCodeAsync());
        Assert.Equal("NOT_FOUND", await cohort.EndingCodeAsync());
        Assert.Equal("NOT_FOUND", await rounds.EndingCodeAsync());
    }

    [Fact]
    public async Task Logout_ends_the_subscription_before_the_next_event_leaves()
    {
        using var mentor = await demo.Halvorsen.MentorAsync(demo.Address);
        using var again = await demo.Halvorsen.MentorAsync(demo.Address);
        var own = await PairingAsync(mentor);
        using var changes = await mentor.SubscribeAsync(Changed, new { pairing = own });
        await changes.DataAsync();

        await mentor.LogOutAsync();
        await EscalateAsync(again, own, "after the logout");

        Assert.Equal("UNAUTHENTICATED", await changes.EndingCodeAsync());
    }

    internal static async Task<string> PairingAsync(GraphQLClient client) =>
        (await client.QueryAsync("{ pairings(first: 1) { nodes { id } } }")).GetProperty("pairings").GetProperty("nodes")[0].GetProperty("id").GetString()!;

    private static Task<JsonElement> EscalateAsync(GraphQLClient client, string pairing, string subject) => client.MutateAsync(
        "pairingOpenEscalation", "pairing { id }", new { idempotencyKey = Guid.NewGuid().ToString(), pairing, subject });

    private static async Task<string?> SubjectAsync(EventReader events) =>
        (await events.DataAsync()).GetProperty("escalationChanged").GetProperty("escalation").GetProperty("subject").GetString();
}
