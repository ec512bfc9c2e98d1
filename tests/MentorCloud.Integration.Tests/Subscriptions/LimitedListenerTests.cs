using System.Text.Json;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Gateway.Ids;
using MentorCloud.Integration.Tests.Clocked;
using MentorCloud.Integration.Tests.Http;
using MentorCloud.Integration.Tests.Pairings;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.Integration.Tests.Subscriptions;

/// <summary>Listeners who see a part of a tenant only, or see it for a time: their limits hold as long as they listen.</summary>
[Collection(ClockedCollection.Name)]
public sealed class LimitedListenerTests(ClockedServer server)
{
    private const string Password = "Correct-horse-battery-93";
    private const string Escalated = "subscription { escalationChanged { escalation { subject } } }";
    private const string Named = "subscription($pairing: ID!) { pairingChanged(pairing: $pairing) { id mentor { name } mentee { name } } }";
    private const string Changed = "subscription($pairing: ID!) { pairingChanged(pairing: $pairing) { stage contract { version terms { mentorRole } } escalations { subject } } }";

    [Fact]
    public async Task Manager_limited_to_a_cohort_hears_of_it_alone_event_after_event()
    {
        using var company = await Company.OpenAsync(server, $"L{Guid.NewGuid():N}"[..8], mentors: 1, mentees: 1);
        using var elsewhere = await Company.OpenAsync(server, $"X{Guid.NewGuid():N}"[..8], mentors: 1, mentees: 1);
        using var manager = await LimitedManagerAsync(company);
        using var events = await manager.SubscribeAsync(Escalated);

        foreach (var subject in new[] { "first", "second", "third" })
        {
            await EscalateAsync(elsewhere, $"{subject} elsewhere");
            await EscalateAsync(company, subject);
        }

        // Told in the order in which they happened, so one from elsewhere would stand between them.
        foreach (var subject in new[] { "first", "second", "third" })
        {
            Assert.Equal(subject, (await events.DataAsync()).GetProperty("escalationChanged").GetProperty("escalation").GetProperty("subject").GetString());
        }
    }

    [Fact]
    public async Task Operator_with_break_glass_access_is_told_each_change_that_they_may_see_until_it_ends_and_is_noted_once()
    {
        using var company = await Company.OpenAsync(server, $"B{Guid.NewGuid():N}"[..8], mentors: 1, mentees: 1);
        using var platform = await OperatorAsync();
        var number = (await platform.MutateAsync("breakGlassOpen", "access { number }", new { idempotencyKey = Guid.NewGuid().ToString(), slug = server.Demo.Slug, reason = "Lost events", minutes = 30 }))
            .GetProperty("access").GetProperty("number").GetInt32();
        platform.LookInto(server.Demo.Slug);
        var (_, mentee, pairing) = company.PairOf("E-1");
        using var events = await platform.SubscribeAsync(Changed, new { pairing });
        await events.DataAsync();

        await mentee.DoAsync("pairingDraftContract", string.Empty, new() { ["pairing"] = pairing, ["terms"] = PairSteps.Terms() });
        var told = (await events.DataAsync()).GetProperty("pairingChanged");
        Assert.Equal(0, told.GetProperty("escalations").GetArrayLength());
        Assert.Equal("[withheld]", told.GetProperty("contract").GetProperty("terms").GetProperty("mentorRole").GetString());
        await EscalateAsync(company, "seen by the program, not by the operator");
        Assert.Equal(1, await RequestsAsync(company, number));

        await company.Admin.DoAsync("tenantEndBreakGlass", string.Empty, new() { ["number"] = number });
        await EscalateAsync(company, "after the access");
        Assert.Equal("UNAUTHENTICATED", await events.EndingCodeAsync());
    }

    [Fact]
    public async Task Partner_is_not_even_woken_by_what_the_other_confides_to_the_program()
    {
        using var company = await Company.OpenAsync(server, $"C{Guid.NewGuid():N}"[..8], mentors: 1, mentees: 1);
        var (mentor, mentee, pairing) = company.PairOf("E-1");
        const string Asked = "subscription($pairing: ID!) { pairingChanged(pairing: $pairing) { contract { version } reassignment { by } escalations { subject } } }";
        using var partners = await mentor.SubscribeAsync(Asked, new { pairing });
        using var own = await mentee.SubscribeAsync(Asked, new { pairing });
        await partners.DataAsync();
        await own.DataAsync();

        await EscalateAsync(company, "in confidence");
        Assert.Equal(1, (await own.DataAsync()).GetProperty("pairingChanged").GetProperty("escalations").GetArrayLength());
        await mentee.DoAsync("pairingRequestReassignment", string.Empty, new() { ["pairing"] = pairing });
        Assert.Equal("MENTEE", (await own.DataAsync()).GetProperty("pairingChanged").GetProperty("reassignment").GetProperty("by").GetString());
        await mentee.DoAsync("pairingDraftContract", string.Empty, new() { ["pairing"] = pairing, ["terms"] = PairSteps.Terms() });

        var next = (await partners.DataAsync()).GetProperty("pairingChanged");
        Assert.Equal(1, next.GetProperty("contract").GetProperty("version").GetInt32());
        Assert.Equal((0, JsonValueKind.Null), (next.GetProperty("escalations").GetArrayLength(), next.GetProperty("reassignment").ValueKind));
    }

    [Fact]
    public async Task Pairing_is_noted_as_read_before_each_event_that_somebody_else_is_told()
    {
        using var company = await Company.OpenAsync(server, $"N{Guid.NewGuid():N}"[..8], mentors: 1, mentees: 1);
        var (_, mentee, pairing) = company.PairOf("E-1");
        using var own = await mentee.SubscribeAsync(Named, new { pairing });
        await own.DataAsync();
        Assert.Equal(0, await ReadAsync(mentee));

        using var events = await company.Admin.SubscribeAsync(Named, new { pairing });
        await events.DataAsync();
        Assert.Equal(1, await ReadAsync(mentee));

        await EscalateAsync(company, "Somebody shall look");
        await events.DataAsync();
        await own.DataAsync();
        Assert.Equal(2, await ReadAsync(mentee));
    }

    private async Task<int> ReadAsync(Person person) => (await AuditTrail.ActionsOnAsync(server, person)).Count(action => action == "Read Pairing");

    private static async Task EscalateAsync(Company company, string subject)
    {
        var (_, mentee, pairing) = company.PairOf("E-1");
        await mentee.DoAsync("pairingOpenEscalation", "pairing { id }", new() { ["pairing"] = pairing, ["subject"] = subject });
    }

    private static async Task<int> RequestsAsync(Company company, int access)
    {
        var noted = await company.Admin.AskAsync("{ auditEntries(first: 100, direction: DESC, filter: { action: \"BreakGlass Request\" }) { nodes { detail } } }");
        return noted.GetProperty("auditEntries").GetProperty("nodes").EnumerateArray().Count(each => each.GetProperty("detail").GetString() == $"{{\"access\":{access}}}");
    }

    private TenantId Tenant => GlobalId.TryRead<TenantId>(server.Demo.Id, "Tenant", out var tenant) ? tenant : throw new InvalidOperationException();

    private IAccounts Accounts => server.Services.GetRequiredService<IAccounts>();

    private async Task<Person> LimitedManagerAsync(Company company)
    {
        var email = $"{Guid.NewGuid():N}@limited.example";
        var account = await MakeAccountAsync(email, Role.ProgramManager);
        await company.Admin.DoAsync("tenantDelegate", string.Empty, new() { ["account"] = GlobalId.Of("Account", account), ["cohorts"] = new[] { company.Cohort } });
        return new Person(server, email, string.Empty, email, Password);
    }

    /// <summary>Their login would want a second factor, which is not what is asked about here: the role comes after it.</summary>
    private async Task<GraphQLClient> OperatorAsync()
    {
        var email = $"{Guid.NewGuid():N}@operator.example";
        var account = await MakeAccountAsync(email, Role.Sponsor);
        var client = await GraphQLClient.OfPersonAsync(server.Address, server.Demo.Slug, email, Password);
        (await Accounts.ChangeRolesAsync(Tenant, Actor.System(Tenant, "test"), account, Role.PlatformOperator, CancellationToken.None)).OrThrow();
        return client;
    }

    private async Task<AccountId> MakeAccountAsync(string email, Role role) =>
        (await Accounts.CreateAsync(Tenant, Actor.System(Tenant, "test"), new NewAccount(email, "Somebody", role, null, Password), CancellationToken.None)).OrThrow().Id;
}
