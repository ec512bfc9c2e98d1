using System.Text.Json;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Access;
using MentorCloud.Integration.Tests.Http;
using MentorCloud.Integration.Tests.Isolation.Matrix;
using MentorCloud.Integration.Tests.Processes;
using Microsoft.Extensions.DependencyInjection;

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
        await AdminsGetOneLetterEachAsync(number);
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
        Assert.Equal("FORBIDDEN", (await platform.SendAsync("{ sharedEntries(first: 1) { totalCount } }")).ErrorCode);
        Assert.Equal(Slug, seen.GetProperty("tenant").GetProperty("slug").GetString());
        var pairings = seen.GetProperty("pairings").GetProperty("nodes").EnumerateArray().ToList();
        Assert.Contains(pairings, pairing => pairing.GetProperty("id").GetString() == matrix.Other.Things["Pairing"]);
        Assert.All(pairings, pairing => Assert.Equal(0, pairing.GetProperty("entries").GetProperty("totalCount").GetInt32()));
        Assert.All(pairings, pairing => Assert.Equal(0, pairing.GetProperty("escalations").GetArrayLength()));
    }

    /// <summary>One letter to each admin, and to nobody else; a later request of the operator makes no more of them.</summary>
    private async Task AdminsGetOneLetterEachAsync(int number)
    {
        var accounts = await matrix.Server.Services.GetRequiredService<IAccounts>().ListAsync(
            matrix.Other.Id, new AccountFilter(Holding: Role.TenantAdmin, Status: AccountStatus.Active), new PageRequest(100), CancellationToken.None);
        var admins = accounts.Rows.Select(each => each.Row.Email).Order().ToList();
        Assert.NotEmpty(admins);
        var told = await Poll.UntilAsync("the letters to the admins", HostProgram.Bound, () =>
            Task.FromResult(Letters(number) is { Count: > 0 } letters && letters.Count >= admins.Count ? letters : null));
        Assert.Equal(admins, told.Select(letter => letter.Split("\r\n")[0]["To: ".Length..]).Order());
    }

    private List<string> Letters(int number) =>
    [
        .. from file in Directory.EnumerateFiles(Directory.CreateDirectory(Path.Combine(matrix.Server.DataPath, "outbox")).FullName, "*.eml")
           let letter = File.ReadAllText(file)
           where letter.Contains("Reason: Lost pairings", StringComparison.Ordinal) && letter.Contains($"number {number})", StringComparison.Ordinal)
           select letter,
    ];

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
