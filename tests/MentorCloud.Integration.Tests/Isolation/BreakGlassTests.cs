using System.Text.Json;
using MentorCloud.Domain.Access;
using MentorCloud.Integration.Tests.Http;
using MentorCloud.Integration.Tests.Isolation.Matrix;

namespace MentorCloud.Integration.Tests.Isolation;

/// <summary>A platform operator looks into a tenant in an emergency: with a reason, for a time, seen by its admins, and never at texts.</summary>
[Collection(MatrixCollection.Name)]
public sealed class BreakGlassTests(MatrixFixture matrix)
{
    private const string Look = "{ tenant { slug } participants(first: 1) { totalCount } pairings(first: 20) { nodes { id entries { totalCount } escalations { subject } } } }";

    private string Slug => matrix.Other.Demo.Slug;

    [Fact]
    public async Task Operator_sees_a_tenant_while_access_is_open_and_its_admins_see_the_operator()
    {
        await WriteForTheProgramAsync();
        using var platform = await matrix.Own.AccountAsync("emergency", Role.PlatformOperator);
        platform.LookInto(Slug);
        Assert.Equal("FORBIDDEN", (await platform.SendAsync(Look)).ErrorCode);

        var opened = await platform.MutateAsync("breakGlassOpen", "access { number reason expiresAt }", new { idempotencyKey = "emergency", slug = Slug, reason = "Lost pairings", minutes = 30 });
        var number = opened.GetProperty("access").GetProperty("number").GetInt32();
        await SeesWithoutTextsAsync(platform);
        Assert.Equal("FORBIDDEN", (await platform.SendAsync(GraphQLClient.MutationOf("cohortOpen", string.Empty), new { input = new { idempotencyKey = "e2", cohort = matrix.Other.Things["Cohort"] } })).ErrorCode);
        await AdminsSeeAsync(number);

        await matrix.Other.Admin.MutateAsync("tenantEndBreakGlass", string.Empty, new { idempotencyKey = $"end-{number}", number });
        Assert.Equal("FORBIDDEN", (await platform.SendAsync(Look)).ErrorCode);
    }

    [Theory]
    [InlineData("nobody-has-this", "Reason", 30, "NOT_FOUND", "slug")]
    [InlineData(null, "", 30, "INPUT_INVALID", "reason")]
    [InlineData(null, "Reason", 241, "INPUT_INVALID", "minutes")]
    public async Task Access_without_reason_or_end_is_refused(string? slug, string reason, int minutes, string code, string field)
    {
        var platform = matrix.Actors.Single(actor => actor.Name == "platform operator").Client;
        var refused = await platform.TryMutateAsync("breakGlassOpen", string.Empty, new { idempotencyKey = $"{code}-{field}", slug = slug ?? Slug, reason, minutes });
        var error = refused.GetProperty("userErrors")[0];
        Assert.Equal((code, field), (error.GetProperty("code").GetString(), error.GetProperty("field")[0].GetString()));
    }

    private async Task WriteForTheProgramAsync() => await matrix.Other.Mentee.MutateAsync("pairingWriteEntry", string.Empty, new
    {
        idempotencyKey = "for-the-program", pairing = matrix.Other.Things["Pairing"], kind = "NOTE", visibility = "PROGRAM",
        texts = new[] { new { field = "text", text = "For the program's office" } },
    });

    private async Task SeesWithoutTextsAsync(GraphQLClient platform)
    {
        var seen = await platform.QueryAsync(Look);
        Assert.Equal(Slug, seen.GetProperty("tenant").GetProperty("slug").GetString());
        var pairings = seen.GetProperty("pairings").GetProperty("nodes").EnumerateArray().ToList();
        Assert.Contains(pairings, pairing => pairing.GetProperty("id").GetString() == matrix.Other.Things["Pairing"]);
        Assert.All(pairings, pairing => Assert.Equal(0, pairing.GetProperty("entries").GetProperty("totalCount").GetInt32()));
        Assert.All(pairings, pairing => Assert.Equal(0, pairing.GetProperty("escalations").GetArrayLength()));
    }

    private async Task AdminsSeeAsync(int number)
    {
        var seen = (await matrix.Other.Admin.QueryAsync("{ tenant { breakGlassAccesses { number operator reason endedAt } } }")).GetProperty("tenant").GetProperty("breakGlassAccesses");
        var access = Assert.Single(seen.EnumerateArray(), each => each.GetProperty("number").GetInt32() == number);
        Assert.Equal("Lost pairings", access.GetProperty("reason").GetString());
        var noted = await matrix.Other.Admin.QueryAsync("{ auditEntries(first: 100, direction: DESC, filter: { action: \"BreakGlass Request\" }) { nodes { actor detail } } }");
        var requests = noted.GetProperty("auditEntries").GetProperty("nodes").EnumerateArray().ToList();
        Assert.Contains(requests, each => each.GetProperty("detail").GetString() == $"{{\"access\":{number}}}");
        Assert.All(requests, each => Assert.StartsWith("operator:", each.GetProperty("actor").GetString(), StringComparison.Ordinal));
        var hidden = await matrix.Other.Mentor.QueryAsync("{ tenant { breakGlassAccesses { number } } }");
        Assert.Equal(JsonValueKind.Null, hidden.GetProperty("tenant").GetProperty("breakGlassAccesses").ValueKind);
    }
}
