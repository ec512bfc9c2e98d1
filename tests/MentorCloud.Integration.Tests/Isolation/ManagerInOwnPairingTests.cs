using System.Text.Json;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Gateway.Ids;
using MentorCloud.Integration.Tests.Http;
using MentorCloud.Integration.Tests.Isolation.Matrix;

namespace MentorCloud.Integration.Tests.Isolation;

/// <summary>
/// A program manager who is limited to cohorts and mentors somebody: in that pairing they have a mentor's rights and no
/// manager's, be it in a cohort that they run or in another one (docs/adr/0047).
/// </summary>
[Collection(MatrixCollection.Name)]
public sealed class ManagerInOwnPairingTests(MatrixFixture matrix)
{
    private const string Own = """
        query($pairing: ID!, $self: ID!) {
          pairing(id: $pairing) {
            stage mentor { name } mentee { name } contract { terms { mentorRole } } escalations { subject } reassignment { at }
            cohort { id name weightVersions { version } events(first: 5) { totalCount } } cover { status } hours { minutes } entries { totalCount }
          }
          pairings(first: 10, filter: { participant: $self }) { nodes { id } }
        }
        """;

    private string Pairing => matrix.Other.Things["Pairing"];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Manager_sees_their_own_pairing_as_a_mentor_does(bool runsItsCohort)
    {
        using var manager = await ManagerAsync($"seeing-{runsItsCohort}", runsItsCohort);
        await EscalateAsync($"seeing-{runsItsCohort}");

        var seen = await manager.QueryAsync(Own, new { pairing = Pairing, self = matrix.Other.Things["Mentor"] });

        var pairing = seen.GetProperty("pairing");
        Assert.Equal(0, pairing.GetProperty("escalations").GetArrayLength());
        Assert.Equal(matrix.Other.Things["Cohort"], pairing.GetProperty("cohort").GetProperty("id").GetString());
        Assert.Equal(runsItsCohort, pairing.GetProperty("cohort").GetProperty("weightVersions").GetArrayLength() > 0);
        Assert.Equal(JsonValueKind.Null, pairing.GetProperty("cover").ValueKind);
        Assert.Contains(seen.GetProperty("pairings").GetProperty("nodes").EnumerateArray(), node => node.GetProperty("id").GetString() == Pairing);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Manager_does_in_their_own_pairing_what_a_mentor_does(bool runsItsCohort)
    {
        using var manager = await ManagerAsync($"acting-{runsItsCohort}", runsItsCohort);

        Assert.Equal("FORBIDDEN", await CodeAsync(manager, "pairingAnswerReassignment", new { idempotencyKey = "r1", pairing = Pairing, grant = true }));
        Assert.Equal("FORBIDDEN", await CodeAsync(manager, "pairingAcknowledgeEscalation", new { idempotencyKey = "r2", pairing = Pairing, number = 1 }));
        Assert.Equal("FORBIDDEN", await CodeAsync(manager, "pairingReportDeparture", new { idempotencyKey = "r3", pairing = Pairing, side = "MENTEE" }));
        Assert.Null(await CodeAsync(manager, "pairingWriteEntry", new
        {
            idempotencyKey = $"r4-{runsItsCohort}", pairing = Pairing, kind = "NOTE", visibility = "PAIR", texts = new[] { new { field = "text", text = "As a mentor" } },
        }));
    }

    [Fact]
    public async Task Case_about_ones_own_pairing_is_listed_for_others_alone()
    {
        await EscalateAsync("listed");
        await matrix.Server.PublishedAsync();
        using var mentoring = await matrix.Other.AccountAsync("whole-tenant", Role.ProgramManager | Role.Mentor, Mentor);
        using var limited = await ManagerAsync("of-the-cohort", runsItsCohort: true);
        using var office = await matrix.Other.AccountAsync("office", Role.ProgramManager);

        Assert.Contains(Pairing, await CasesAsync(office));
        Assert.DoesNotContain(Pairing, await CasesAsync(mentoring));
        Assert.DoesNotContain(Pairing, await CasesAsync(limited));
    }

    private ParticipantId Mentor => GlobalId.TryRead<ParticipantId>(matrix.Other.Things["Mentor"], "Participant", out var id) ? id : default;

    private Task<GraphQLClient> ManagerAsync(string name, bool runsItsCohort) => matrix.Other.LimitedManagerAsync(
        name, Role.ProgramManager | Role.Mentor, Mentor, runsItsCohort ? matrix.Other.Things["Cohort"] : GlobalId.Of("Cohort", matrix.Other.OutsidersCohort));

    private async Task EscalateAsync(string key) => await matrix.Other.Mentee.MutateAsync(
        "pairingOpenEscalation", string.Empty, new { idempotencyKey = key, pairing = Pairing, subject = "About my mentor" });

    private static async Task<List<string?>> CasesAsync(GraphQLClient client)
    {
        var seen = await client.QueryAsync("{ programCases(first: 100, filter: { isOpen: true }) { nodes { pairing { id } } } }");
        return [.. seen.GetProperty("programCases").GetProperty("nodes").EnumerateArray().Select(each => each.GetProperty("pairing").GetProperty("id").GetString())];
    }

    private static async Task<string?> CodeAsync(GraphQLClient client, string mutation, object input)
    {
        var answer = await client.SendAsync(GraphQLClient.MutationOf(mutation, string.Empty), new { input });
        if (answer.ErrorCode is { } code)
        {
            return code;
        }

        var errors = answer.Data().GetProperty(mutation).GetProperty("userErrors");
        return errors.GetArrayLength() == 0 ? null : errors[0].GetProperty("code").GetString();
    }
}
