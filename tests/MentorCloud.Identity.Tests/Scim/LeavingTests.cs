using System.Net;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Refusals;
using MentorCloud.Identity.Scim.Leaving;
using MentorCloud.Identity.Tests.Hosting;
using static MentorCloud.Identity.Tests.Scim.DirectoryClient;

namespace MentorCloud.Identity.Tests.Scim;

/// <summary>What a directory says of people reaches their participants: once, whatever breaks in between.</summary>
public sealed class LeavingTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task User_meets_the_participant_with_their_number_or_else_their_id(bool byNumber)
    {
        await using var host = await IdentityHost.StartAsync();
        using var directory = await ConnectAsync(host);
        var mentor = host.Personnel.Add(TestTenants.Acme, "E-77", ParticipantKind.Mentor);
        var person = Person("ada", byNumber ? "object-1" : "E-77");
        if (byNumber)
        {
            person[Enterprise] = new System.Text.Json.Nodes.JsonObject { ["employeeNumber"] = "E-77" };
        }

        var id = await directory.AddAsync(person);

        var account = await host.Accounts.FindAsync(TestTenants.Acme, EntityId.Parse<AccountId>(id), default);
        Assert.Equal((mentor, Role.Mentor), (account!.Participant, account.Roles));
    }

    [Fact]
    public async Task Participant_who_has_an_account_is_not_given_to_another_one()
    {
        await using var host = await IdentityHost.StartAsync();
        using var directory = await ConnectAsync(host);
        var mentor = host.Personnel.Add(TestTenants.Acme, "E-77", ParticipantKind.Mentor);
        var owner = await host.AddAsync("owner@acme.example");
        await host.Accounts.LinkParticipantAsync(TestTenants.Acme, People.Platform, owner.Id, mentor, default);

        var id = await directory.AddAsync(Person("thief", "E-77"));
        await directory.SendAsync("DELETE", "/Users/" + id);

        Assert.Null((await host.Accounts.FindAsync(TestTenants.Acme, EntityId.Parse<AccountId>(id), default))!.Participant);
        Assert.Empty(host.Personnel.Reports);
    }

    [Fact]
    public async Task Departure_is_reported_once_and_so_is_the_return()
    {
        await using var host = await IdentityHost.StartAsync();
        using var directory = await ConnectAsync(host);
        var mentor = host.Personnel.Add(TestTenants.Acme, "E-77", ParticipantKind.Mentor);
        var id = await directory.AddAsync(Person("ada", "E-77"));
        host.Personnel.Reports.Clear();

        foreach (var active in new[] { "False", "false", "FALSE", "True" })
        {
            await directory.SendAsync("PATCH", "/Users/" + id, Patch(Operation("Replace", "active", active)));
        }

        Assert.Equal([$"left {mentor}", $"back {mentor}"], host.Personnel.Reports);
    }

    [Fact]
    public async Task Departure_that_broke_off_is_reported_later_though_the_user_was_deleted()
    {
        await using var host = await IdentityHost.StartAsync();
        using var directory = await ConnectAsync(host);
        var mentor = host.Personnel.Add(TestTenants.Acme, "E-77", ParticipantKind.Mentor);
        var id = await directory.AddAsync(Person("ada", "E-77"));
        host.Personnel.Reports.Clear();
        host.Personnel.Before = () => throw new IOException("The grains are away.");
        Assert.Equal(HttpStatusCode.NoContent, (await directory.SendAsync("DELETE", "/Users/" + id)).Status);
        host.Personnel.Before = null;

        await host.Get<PersonFollowUp>().FinishAsync(default);
        await host.Get<PersonFollowUp>().FinishAsync(default);

        Assert.Equal([$"left {mentor}"], host.Personnel.Reports);
        Assert.Equal(404, (await directory.GetAsync("/Users/" + id)).Refusal.Status);
    }

    [Fact]
    public async Task Return_waits_until_the_pairings_have_ended()
    {
        await using var host = await IdentityHost.StartAsync();
        using var directory = await ConnectAsync(host);
        var mentor = host.Personnel.Add(TestTenants.Acme, "E-77", ParticipantKind.Mentor);
        var id = await directory.AddAsync(Person("ada", "E-77"));
        await directory.SendAsync("PATCH", "/Users/" + id, Patch(Operation("replace", "active", false)));
        host.Personnel.Reports.Clear();
        host.Personnel.Refuses = new Refusal(ErrorCodes.ParticipantStillPaired, "Two pairings are still being ended.");
        var back = await directory.SendAsync("PATCH", "/Users/" + id, Patch(Operation("replace", "active", true)));
        host.Personnel.Refuses = null;

        await host.Get<PersonFollowUp>().FinishAsync(default);

        Assert.Equal("true", back.Body!["active"]!.ToJsonString());
        Assert.Equal([$"back {mentor}"], host.Personnel.Reports);
    }
}
