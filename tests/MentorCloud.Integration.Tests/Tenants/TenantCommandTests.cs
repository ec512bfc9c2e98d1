using System.Text.Json;
using MentorCloud.Integration.Tests.Http;
using MentorCloud.Integration.Tests.Processes;

namespace MentorCloud.Integration.Tests.Tenants;

/// <summary><c>tenant</c>: a company of one's own, from the command to its admin's first login.</summary>
public sealed class TenantCommandTests
{
    private const string Password = "four rivers and a lantern";
    private static readonly string[] Nordwind =
        ["tenant", "create", "--name", "Nordwind AG", "--slug", "nordwind", "--time-zone", "Europe/Berlin", "--admin-email", "ada@nordwind.example"];

    private static readonly (string Name, string Slug, string Email, string Says)[] Wrong =
    [
        ("Another AG", "nordwind", "ada@nordwind.example", "ALREADY_EXISTS"),
        ("Nordwind AG", "X", "ada@nordwind.example", "slug"),
        ("Nordwind AG", "nordwind-2", "no address", "INPUT_INVALID"),
    ];

    [Fact]
    public async Task Tenant_created_by_command_is_used_by_its_invited_admin()
    {
        using var folder = new DataFolder();
        var first = (await folder.RunAsync([.. Nordwind, "--json"])).Json();
        var again = (await folder.RunAsync([.. Nordwind, "--json"])).Json();
        Assert.True(first.GetProperty("created").GetBoolean());
        Assert.False(again.GetProperty("created").GetBoolean());
        Assert.Equal(first.GetProperty("tenant").GetString(), again.GetProperty("tenant").GetString());

        await using (var server = await HostServer.StartAsync(folder))
        {
            using var replaced = GraphQLClient.Anonymous(server.Address);
            Assert.False(await replaced.AcceptInvitationAsync(Link(first), Password));
            Assert.True(await replaced.AcceptInvitationAsync(Link(again), Password));
            using var admin = await GraphQLClient.OfPersonAsync(server.Address, "nordwind", "ada@nordwind.example", Password);
            var seen = await admin.QueryAsync("{ tenant { id name } }");
            Assert.Equal(first.GetProperty("tenant").GetString(), seen.GetProperty("tenant").GetProperty("id").GetString());
            Assert.Equal(0, await server.StopAsync());
        }

        Assert.False((await folder.RunAsync([.. Nordwind, "--json"])).Json().TryGetProperty("invitationLink", out _));
    }

    [Fact]
    public async Task Tenant_suspended_and_resumed_by_command_is_listed_so()
    {
        using var folder = new DataFolder();
        Assert.Equal(0, (await folder.RunAsync(Nordwind)).ExitCode);

        Assert.Equal(0, (await folder.RunAsync("tenant", "suspend", "nordwind", "--reason", "subscription ended")).ExitCode);
        Assert.Equal("suspended", Status((await folder.RunAsync("tenant", "list", "--json")).Json()));
        Assert.Equal(0, (await folder.RunAsync("tenant", "resume", "nordwind")).ExitCode);
        Assert.Equal("active", Status((await folder.RunAsync("tenant", "list", "--json")).Json()));
    }

    [Fact]
    public async Task Tenant_create_with_wrong_option_ends_with_its_line_and_opens_nothing()
    {
        using var folder = new DataFolder();
        Assert.Equal(0, (await folder.RunAsync(Nordwind)).ExitCode);

        foreach (var (name, slug, email, says) in Wrong)
        {
            var result = await folder.RunAsync("tenant", "create", "--name", name, "--slug", slug, "--admin-email", email);
            Assert.Equal(9, result.ExitCode);
            Assert.Contains(says, Assert.Single(result.Complaints), StringComparison.Ordinal);
        }

        Assert.Equal("active", Status((await folder.RunAsync("tenant", "list", "--json")).Json()));
    }

    [Fact]
    public async Task Every_command_that_is_given_no_tenants_name_says_the_same()
    {
        using var folder = new DataFolder();
        Assert.Equal(0, (await folder.RunAsync(Nordwind)).ExitCode);
        var roster = Path.Combine(folder.Root, "roster.csv");
        await File.WriteAllTextAsync(roster, "external_id,kind\n", TestContext.Current.CancellationToken);
        string[][] commands =
        [
            ["tenant", "resume", "nobody"], ["tenant", "passwords", "nobody"], ["audit", "verify", "--tenant", "nobody"], ["import", "roster", roster, "--tenant", "nobody"],
        ];

        foreach (var command in commands)
        {
            var result = await folder.RunAsync(command);
            Assert.Equal((9, "mentorcloud: there is no tenant 'nobody' in this data folder; 'tenant list' shows them."), (result.ExitCode, Assert.Single(result.Complaints)));
        }
    }

    private static Uri Link(JsonElement opened) => new(opened.GetProperty("invitationLink").GetString()!);

    private static string? Status(JsonElement list) => Assert.Single(list.EnumerateArray()).GetProperty("status").GetString();
}
