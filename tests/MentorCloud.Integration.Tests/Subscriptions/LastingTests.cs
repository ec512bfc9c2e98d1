using MentorCloud.Contracts.Accounts;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Gateway.Ids;
using MentorCloud.Integration.Tests.Clocked;
using MentorCloud.Integration.Tests.Http;
using MentorCloud.Integration.Tests.Pairings;
using MentorCloud.Integration.Tests.Rounds;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.Integration.Tests.Subscriptions;

/// <summary>Subscriptions that stay open for weeks: what reaches them, and what ends them.</summary>
[Collection(ClockedCollection.Name)]
public sealed class LastingTests(ClockedServer server)
{
    private const string Health = "subscription($cohort: ID) { healthChanged(cohort: $cohort) { pairing { id } from to } }";
    private const string Rounds = "subscription($round: ID!) { roundProgress(round: $round) { status } }";
    private const string Roster = """
        external_id,kind,name,title,profile_code,target_code,division,location,time_zone,hours_per_month,max_mentees,languages
        RV-1,mentor,Ada Berg,Director,LEG-01,,Legal,Oslo,Europe/Oslo,4,2,en
        RM-1,mentee,Dan Foss,Lead,POR-12,TGT-02,Ports,Oslo,Europe/Oslo,4,0,en

        """;

    private const string Password = "Correct-horse-battery-92";

    [Fact]
    public async Task Health_that_changes_reaches_the_program_and_the_partner()
    {
        using var company = await Company.OpenAsync(server, $"H{Guid.NewGuid():N}"[..8], mentors: 1, mentees: 1);
        var pair = await new PairSteps(server, company, "E-1").SignAsync();
        using var program = await company.Admin.SubscribeAsync(Health, new { cohort = company.Cohort });
        using var partner = await company.Of("E-1").SubscribeAsync(Health);

        // Nobody checks in.
        for (var week = 0; week < 3; week++) await server.PassDaysAsync(7);

        foreach (var events in new[] { program, partner })
        {
            var change = (await events.DataAsync()).GetProperty("healthChanged");
            Assert.Equal(pair.Pairing, change.GetProperty("pairing").GetProperty("id").GetString());
            Assert.NotEqual(change.GetProperty("from").GetString(), change.GetProperty("to").GetString());
        }
    }

    [Fact]
    public async Task Role_taken_away_ends_the_subscription_that_needs_it()
    {
        using var admin = await server.Demo.AdminAsync(server.Address);
        var (account, person) = await ManagerAsync();
        var cohort = new RoundsCohort(admin, "role", server.Now);
        await cohort.OpenAsync(Roster);
        var round = (await cohort.DraftAsync()).GetProperty("id").GetString();
        using var events = await person.SubscribeAsync(Rounds, new { round });
        await events.DataAsync();

        var changed = await Accounts.ChangeRolesAsync(Tenant, Actor.System(Tenant, "test"), account, Role.Mentee, CancellationToken.None);

        Assert.Null(changed.Refusal);
        Assert.Equal("FORBIDDEN", await EndingAsync(events));
        person.Dispose();
    }

    [Fact]
    public async Task Account_closed_ends_the_subscription()
    {
        var (account, person) = await ManagerAsync();
        using var events = await person.SubscribeAsync(Health);

        Assert.Null((await Accounts.CloseAsync(Tenant, Actor.System(Tenant, "test"), account, CancellationToken.None)).Refusal);

        Assert.Equal("UNAUTHENTICATED", await EndingAsync(events));
        person.Dispose();
    }

    [Fact]
    public async Task Session_ended_from_another_one_is_nobodys_at_once_and_its_subscription_ends()
    {
        var (_, person) = await ManagerAsync();
        using var lost = await GraphQLClient.OfPersonAsync(server.Address, server.Demo.Slug, person.ExternalId, Password);
        using var here = await GraphQLClient.OfPersonAsync(server.Address, server.Demo.Slug, person.ExternalId, Password);
        using var events = await lost.SubscribeAsync(Health);
        Assert.Null((await lost.SendAsync("{ viewer { kind } }")).ErrorCode);

        await here.EndOtherSessionAsync();

        Assert.Equal("UNAUTHENTICATED", (await lost.SendAsync("{ tenant { name } }")).ErrorCode);
        Assert.Null((await here.SendAsync("{ tenant { name } }")).ErrorCode);
        Assert.Equal("UNAUTHENTICATED", await EndingAsync(events));
        person.Dispose();
    }

    [Fact]
    public async Task Session_that_only_listens_grows_idle_and_ends()
    {
        var (_, person) = await ManagerAsync();
        using var events = await person.SubscribeAsync(Health);

        // Looked at each minute that the clock knows of; none of the looks is a request.
        await server.PassAsync(ManualEdition.LongestIdle + TimeSpan.FromMinutes(2));

        Assert.Equal("UNAUTHENTICATED", await EndingAsync(events));
        person.Dispose();
    }

    private TenantId Tenant => GlobalId.TryRead<TenantId>(server.Demo.Id, "Tenant", out var tenant) ? tenant : throw new InvalidOperationException();

    private IAccounts Accounts => server.Services.GetRequiredService<IAccounts>();

    private async Task<(AccountId Account, Person Person)> ManagerAsync()
    {
        var email = $"{Guid.NewGuid():N}@lasting.example";
        var made = await Accounts.CreateAsync(
            Tenant, Actor.System(Tenant, "test"), new NewAccount(email, "Somebody", Role.ProgramManager, null, Password), CancellationToken.None);
        return (made.OrThrow().Id, new Person(server, email, string.Empty, email, Password));
    }

    /// <summary>The code that ends the events; the clock goes on, because the subscription looks at its caller once a minute.</summary>
    private async Task<string> EndingAsync(EventReader events)
    {
        var ending = Ending(events);
        return await Processes.Poll.UntilAsync("the end of the subscription", Processes.HostProgram.Bound, async () =>
        {
            server.Tick();
            return ending.IsCompleted ? await ending : null;
        });
    }

    private static async Task<string> Ending(EventReader events)
    {
        while (true)
        {
            if (await events.CodeOrNullAsync() is { } code)
            {
                return code;
            }
        }
    }
}
