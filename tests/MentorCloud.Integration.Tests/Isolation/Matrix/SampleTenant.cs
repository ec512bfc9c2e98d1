using System.Globalization;
using System.Text.Json;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Contracts.Logins;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Gateway.Ids;
using MentorCloud.Integration.Tests.Clocked;
using MentorCloud.Integration.Tests.Http;
using MentorCloud.Integration.Tests.Processes;
using MentorCloud.Integration.Tests.Tenants;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.Integration.Tests.Isolation.Matrix;

/// <summary>
/// A tenant with one thing of each kind. A demo's pair is in the first cohort; a second one, where people choose, has a
/// request, a rotation and a person without pairing; a third one has a person who is in neither.
/// </summary>
internal sealed class SampleTenant : IDisposable
{
    private const string Password = "Correct-horse-battery-91";
    private const string Header = "external_id,kind,title,profile_code,target_code,division,location,time_zone,hours_per_month,max_mentees\n";
    private readonly ClockedServer server;
    private readonly Dictionary<string, string> ids = [];
    private int keys;

    private SampleTenant(ClockedServer server, DemoTenant demo) => (this.server, Demo) = (server, demo);

    public DemoTenant Demo { get; }

    /// <summary>The tenant's own id.</summary>
    public TenantId Id { get; private set; }

    public GraphQLClient Admin { get; private set; } = null!;

    public GraphQLClient Mentor { get; private set; } = null!;

    public GraphQLClient Mentee { get; private set; } = null!;

    /// <summary>A machine client with every scope.</summary>
    public GraphQLClient Machine { get; private set; } = null!;

    /// <summary>The participant of the third cohort.</summary>
    public ParticipantId Outsider { get; private set; }

    /// <summary>The third cohort.</summary>
    public CohortId OutsidersCohort { get; private set; }

    public Things Things => new(ids);

    public static async Task<SampleTenant> BuildAsync(ClockedServer server, DemoTenant demo, SchemaModel? schema = null)
    {
        var tenant = new SampleTenant(server, demo)
        {
            Admin = await demo.AdminAsync(server.Address),
            Mentor = await demo.MentorAsync(server.Address),
            Mentee = await demo.MenteeAsync(server.Address),
            Machine = await demo.ClientAsync(server.Address),
        };
        GlobalId.TryRead<TenantId>(demo.Id, "Tenant", out var id);
        tenant.Id = id;
        await tenant.ReadPairAsync();
        await tenant.PlanEventAsync();
        await tenant.LetChooseAsync();
        await tenant.BringOutsiderAsync();
        tenant.ids["Account"] = GlobalId.Of("Account", (await tenant.MakeAccountAsync("spare", Role.ProgramManager, null, null)).Id);
        await tenant.NameAsync();
        await tenant.DiscoverAsync(schema ?? await SchemaModel.ReadAsync(tenant.Admin));
        return tenant;
    }

    /// <summary>An account that can log in.</summary>
    public async Task<GraphQLClient> AccountAsync(string name, Role roles, ParticipantId? participant = null)
    {
        // A platform operator's login wants a second factor, which is not what is asked about here: the role comes after the login.
        var later = roles.HasFlag(Role.PlatformOperator);
        var account = await MakeAccountAsync(name, later ? Role.Sponsor : roles, participant, Password);
        var client = await GraphQLClient.OfPersonAsync(server.Address, Demo.Slug, account.Email, Password);
        if (later)
        {
            (await server.Services.GetRequiredService<IAccounts>().ChangeRolesAsync(Id, Actor.System(Id, "test"), account.Id, roles, CancellationToken.None)).OrThrow();
        }

        return client;
    }

    /// <summary>The global id of an account by the name that it was made with; of the demo's admin.</summary>
    public async Task<string> AccountIdAsync(string name)
    {
        var email = name == "admin" ? Text(Demo.Login, "email") : $"{name}@{Demo.Slug}-people.example";
        return GlobalId.Of("Account", (await server.Services.GetRequiredService<IAccounts>().FindByEmailAsync(Id, email, CancellationToken.None))!.Id);
    }

    /// <summary>Gives a program manager the whole tenant again.</summary>
    public async Task LiftAsync(string name) =>
        await Admin.MutateAsync("tenantDelegate", string.Empty, new { idempotencyKey = Key(), account = await AccountIdAsync(name) });

    /// <summary>A program manager who is limited to the third cohort.</summary>
    public Task<GraphQLClient> LimitedManagerAsync(string name) =>
        LimitedManagerAsync(name, Role.ProgramManager, null, GlobalId.Of("Cohort", OutsidersCohort));

    /// <summary>Somebody who manages one cohort and may be a participant besides.</summary>
    public async Task<GraphQLClient> LimitedManagerAsync(string name, Role roles, ParticipantId? participant, string cohort)
    {
        var account = await MakeAccountAsync(name, roles, participant, Password);
        await Admin.MutateAsync("tenantDelegate", string.Empty, new
        {
            idempotencyKey = Key(), account = GlobalId.Of("Account", account.Id), cohorts = new[] { cohort },
        });
        return await GraphQLClient.OfPersonAsync(server.Address, Demo.Slug, account.Email, Password);
    }

    /// <summary>A machine client with one scope.</summary>
    public async Task<GraphQLClient> ClientAsync(Scope scope)
    {
        var made = await server.Services.GetRequiredService<IMachineClients>().CreateAsync(
            Id, Actor.System(Id, "test"), EntityId.Derive<CommandId>(Id.Value, "client", scope.ToString()), $"Client for {scope}", scope, CancellationToken.None);
        return await GraphQLClient.OfMachineAsync(server.Address, made.Value!.Client.ClientId, made.Value.Secret!);
    }

    public void Dispose()
    {
        foreach (var client in new[] { Admin, Mentor, Mentee, Machine })
        {
            client.Dispose();
        }
    }

    private static string Text(JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            element = element.GetProperty(name);
        }

        return element.GetString()!;
    }

    private async Task<Account> MakeAccountAsync(string name, Role roles, ParticipantId? participant, string? password)
    {
        var wanted = new NewAccount($"{name}@{Demo.Slug}-people.example", $"Account of {name}", roles, participant, password);
        return (await server.Services.GetRequiredService<IAccounts>().CreateAsync(Id, Actor.System(Id, "test"), wanted, CancellationToken.None)).OrThrow();
    }

    private string Key() => $"sample-{++keys}";

    private async Task ReadPairAsync()
    {
        var found = await Poll.UntilAsync("the pairing in the list", HostProgram.Bound, async () =>
        {
            var seen = await Mentee.QueryAsync("{ pairings(first: 1) { nodes { id mentor { id } mentee { id } cohort { id } } } }");
            var nodes = seen.GetProperty("pairings").GetProperty("nodes");
            return nodes.GetArrayLength() == 1 ? new Found(nodes[0]) : null;
        });
        (ids["Tenant"], ids["Pairing"], ids["Cohort"]) = (Demo.Id, Text(found.Json, "id"), Text(found.Json, "cohort", "id"));
        (ids["Mentor"], ids["Mentee"]) = (Text(found.Json, "mentor", "id"), Text(found.Json, "mentee", "id"));
        var rounds = await Admin.QueryAsync("query($id: ID!) { cohort(id: $id) { rounds(first: 1) { nodes { id } } } }", new { id = ids["Cohort"] });
        ids["Round"] = Text(rounds.GetProperty("cohort").GetProperty("rounds").GetProperty("nodes")[0], "id");
    }

    private async Task PlanEventAsync()
    {
        var planned = await Admin.MutateAsync("cohortEventPlan", "event { id }", new
        {
            idempotencyKey = Key(), cohort = ids["Cohort"], kind = "ROUNDTABLE", title = "First roundtable", minutes = 60,
            startsAt = server.Now.AddDays(20).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        });
        ids["CohortEvent"] = Text(planned, "event", "id");
        await Admin.MutateAsync("cohortEventInvite", string.Empty, new
        {
            idempotencyKey = Key(), @event = ids["CohortEvent"], participants = new[] { ids["Mentor"], ids["Mentee"] },
        });
    }

    private async Task LetChooseAsync()
    {
        var everybody = await Admin.QueryAsync("{ participants(first: 100) { nodes { id } } }");
        var enrolled = everybody.GetProperty("participants").GetProperty("nodes").EnumerateArray().Select(each => Text(each, "id")).ToArray();
        var people = await CohortAsync("Where people choose", "CHOOSE-1,mentor,Any,,,Any,Any,Etc/UTC,8,4\n", enrolled);
        ids["Participant"] = people.Ids["CHOOSE-1"];
        var ranked = await Mentee.QueryAsync("query($id: ID!) { cohort(id: $id) { candidates { participant { id } } } }", new { id = people.Cohort });
        var to = ranked.GetProperty("cohort").GetProperty("candidates").EnumerateArray().Select(each => Text(each, "participant", "id")).First(id => id != ids["Mentor"]);
        var sent = await Mentee.MutateAsync("matchRequestSend", "matchRequest { id }", new { idempotencyKey = Key(), cohort = people.Cohort, to });
        ids["MatchRequest"] = Text(sent, "matchRequest", "id");
        var planned = await Admin.MutateAsync("rotationPlan", "rotation { id }", new { idempotencyKey = Key(), cohort = people.Cohort, stages = 2 });
        ids["Rotation"] = Text(planned, "rotation", "id");
    }

    private async Task BringOutsiderAsync()
    {
        var people = await CohortAsync("Somebody else's", "OUT-1,mentor,Any,,,Any,Any,Etc/UTC,8,4\n", []);
        GlobalId.TryRead<ParticipantId>(people.Ids["OUT-1"], "Participant", out var outsider);
        GlobalId.TryRead<CohortId>(people.Cohort, "Cohort", out var cohort);
        (Outsider, OutsidersCohort) = (outsider, cohort);
    }

    private async Task<(string Cohort, IReadOnlyDictionary<string, string> Ids)> CohortAsync(string name, string lines, string[] enrolled)
    {
        var design = new
        {
            name, outcomes = new[] { "Ready for a wider remit" }, targetPopulation = "Leads", sponsor = "COO", months = 9,
            startsOn = server.Now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), choosing = new { mode = "SELF_MATCH" },
        };
        var cohort = Text(await Admin.MutateAsync("cohortCreate", "cohort { id }", new { idempotencyKey = Key(), design }), "cohort", "id");
        await Admin.MutateAsync("rosterImport", string.Empty, new { idempotencyKey = Key(), cohort, csv = Header + lines });
        if (enrolled.Length > 0)
        {
            await Admin.MutateAsync("cohortEnrol", string.Empty, new { idempotencyKey = Key(), cohort, participants = enrolled });
        }

        await Admin.MutateAsync("cohortOpen", string.Empty, new { idempotencyKey = Key(), cohort });
        var found = await Poll.UntilAsync("the people in the list", HostProgram.Bound, async () =>
        {
            var seen = (await Admin.QueryAsync("query($cohort: ID!) { participants(first: 100, filter: { cohort: $cohort }) { nodes { id externalId } } }", new { cohort }))
                .GetProperty("participants").GetProperty("nodes").EnumerateArray().ToDictionary(each => Text(each, "externalId"), each => Text(each, "id"));
            return seen.Count == enrolled.Length + 1 ? seen : null;
        });
        return (cohort, found);
    }

    /// <summary>A thing of each kind that is named by a plain text or number. Only the demo's tenant has claimed its domain: nobody's DNS is asked.</summary>
    private async Task NameAsync()
    {
        var (services, token) = (server.Services, CancellationToken.None);
        GlobalId.TryRead<AccountId>(ids["Account"], "Account", out var spare);
        var visitor = await MakeAccountAsync("visitor", Role.Sponsor, null, Password);
        using var session = await GraphQLClient.OfPersonAsync(server.Address, Demo.Slug, visitor.Email, Password);
        ids["Session"] = (await services.GetRequiredService<ILoginSessions>().OfAsync(Id, visitor.Id, token))[0].Id;
        var client = await services.GetRequiredService<IMachineClients>().CreateAsync(
            Id, Actor.System(Id, "test"), EntityId.Derive<CommandId>(Id.Value, "client", "named"), "To be named", Scope.ProgramsRead, token);
        ids["Client"] = client.Value!.Client.ClientId;
        ids["Domain"] = "no domain";
        if (ReferenceEquals(Demo, server.Demo))
        {
            ids["Domain"] = $"{Demo.Slug}-named.example";
            await services.GetRequiredService<IEmailDomains>().ClaimAsync(Id, Actor.System(Id, "test"), ids["Domain"], token);
        }

        ids["Experience"] = $"Sailing with {Demo.Slug}";
        await Admin.MutateAsync("taxonomyAdd", string.Empty, new { idempotencyKey = Key(), experiences = new[] { new { name = ids["Experience"], category = "FUNCTION" } } });
        ids["BreakGlass"] = "1";
        ids["Email"] = $"spare@{Demo.Slug}-people.example";
        (ids["AuditActor"], ids["AuditSubject"]) = ($"user:{spare}", $"Account/{Id}/{spare}");
    }

    /// <summary>A thing of each further kind that has a list of its own: the last one that its admin sees there.</summary>
    private async Task DiscoverAsync(SchemaModel schema)
    {
        foreach (var node in schema.Nodes.Where(node => !ids.ContainsKey(node)))
        {
            if (schema.FieldsOf("Query").FirstOrDefault(field => field.Type.Name == $"{node}Connection") is { } list
                && (await Admin.SendAsync($"{{ {list.Name}(first: 100) {{ nodes {{ id }} }} }}")) is { ErrorCode: null } answer
                && answer.Data().GetProperty(list.Name).GetProperty("nodes").EnumerateArray().LastOrDefault() is { ValueKind: JsonValueKind.Object } last)
            {
                ids[node] = Text(last, "id");
            }
        }
    }

    private sealed record Found(JsonElement Json);
}
