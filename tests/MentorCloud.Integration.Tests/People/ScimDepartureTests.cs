using System.Text.Json;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Gateway.Ids;
using MentorCloud.Integration.Tests.Clocked;
using MentorCloud.Integration.Tests.Http;
using MentorCloud.Integration.Tests.Processes;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.Integration.Tests.People;

/// <summary>The company's directory says that a mentor left: account, sessions and pairings follow.</summary>
[Collection(ClockedCollection.Name)]
public sealed class ScimDepartureTests(ClockedServer server)
{
    [Fact]
    public async Task Mentor_whom_the_directory_deactivates_is_logged_out_and_every_mentee_gets_cover_once()
    {
        using var company = await Company.OpenAsync(server, $"S{Guid.NewGuid():N}"[..8], mentors: 2, mentees: 4);
        var group = company.Pairings.Values.GroupBy(pairing => pairing.Mentor).First(each => each.Count() == 2);
        var mentor = company.Of(group.Key.Split('-', 2)[1]);
        using var directory = await DirectoryAsync();
        var user = await UserAsync(mentor.Id);
        await mentor.AskAsync("{ viewer { kind } }");

        for (var round = 0; round < 3; round++)
        {
            var answer = await directory.SendScimAsync("PATCH", user, Patch("False"));
            Assert.Contains("\"active\":false", answer.Body, StringComparison.Ordinal);
        }

        // The session is over, so the person logs in again, and is refused.
        var refused = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => mentor.SendAsync("{ tenant { name } }"));
        Assert.EndsWith("answered Unauthorized.", refused.Message, StringComparison.Ordinal);
        foreach (var (pairing, _) in group)
        {
            var seen = await CoveredAsync(company, pairing);
            Assert.Equal(("ENDED", "PARTNER_LEFT", "MENTOR_LEFT"), (Text(seen, "stage"), Text(seen, "outcome"), Text(seen.GetProperty("cover"), "reason")));
        }

        await server.PublishedAsync();
        Assert.Single(await AuditTrail.ActionsOnAsync(server, mentor), action => action == "ParticipantDeparted");
        var back = await directory.SendScimAsync("PATCH", user, Patch("True"));
        Assert.Contains("\"active\":true", back.Body, StringComparison.Ordinal);
        await server.PublishedAsync();
        Assert.Single(await AuditTrail.ActionsOnAsync(server, mentor), action => action == "ParticipantReturned");
    }

    private static string Patch(string active) =>
        $$"""{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[{"op":"Replace","path":"active","value":"{{active}}"}]}""";

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private async Task<GraphQLClient> DirectoryAsync()
    {
        var tenant = Tenant();
        var made = await server.Services.GetRequiredService<IMachineClients>().CreateAsync(
            tenant, Actor.System(tenant, "test"), default, "Directory", Scope.Directory, CancellationToken.None);
        return await GraphQLClient.OfMachineAsync(server.Address, made.Value!.Client.ClientId, made.Value.Secret!);
    }

    private async Task<string> UserAsync(string person)
    {
        GlobalId.TryRead<ParticipantId>(person, "Participant", out var id);
        var account = await server.Services.GetRequiredService<IAccounts>().FindByParticipantAsync(Tenant(), id, CancellationToken.None);
        return $"/Users/{account!.Id}";
    }

    private TenantId Tenant()
    {
        GlobalId.TryRead<TenantId>(server.Demo.Id, "Tenant", out var tenant);
        return tenant;
    }

    private static async Task<JsonElement> CoveredAsync(Company company, string pairing)
    {
        var found = await Poll.UntilAsync("a search for cover", HostProgram.Bound, async () =>
        {
            var seen = (await company.Admin.AskAsync("query($id: ID!) { pairing(id: $id) { stage outcome cover { reason status } } }", new { id = pairing })).GetProperty("pairing");
            return seen.GetProperty("cover").ValueKind == JsonValueKind.Object ? new Found(seen) : null;
        });
        return found.Json;
    }

    private sealed record Found(JsonElement Json);
}
