using System.Net;
using System.Text.Json.Nodes;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Identity.Tests.Hosting;
using static MentorCloud.Identity.Tests.Scim.DirectoryClient;

namespace MentorCloud.Identity.Tests.Scim;

/// <summary>A user from the first day to the last, as a directory tells it.</summary>
public sealed class UserLifeTests
{
    [Fact]
    public async Task User_created_is_an_invited_account_at_its_own_address()
    {
        await using var host = await IdentityHost.StartAsync();
        using var directory = await ConnectAsync(host);
        var person = Person("ada");
        person[Enterprise] = new JsonObject { ["department"] = "Research", ["manager"] = new JsonObject { ["value"] = "M-1", ["displayName"] = "Mia" } };

        var made = await directory.SendAsync("POST", "/Users", person);

        Assert.Equal(HttpStatusCode.Created, made.Status);
        Assert.Equal($"{host.Address}scim/v2/Users/{made.Id}", made.Location);
        Assert.Equal(made.Location, made.Body!["meta"]!["location"]!.ToString());
        Assert.Equal(made.Version, made.Body["meta"]!["version"]!.ToString());
        Assert.Equal(("Research", "ada Example"), (made.Body[Enterprise]!["department"]!.ToString(), made.Body["displayName"]!.ToString()));
        var account = await host.Accounts.FindAsync(TestTenants.Acme, EntityId.Parse<AccountId>(made.Id), default);
        Assert.Equal(("ada@acme.example", AccountStatus.Invited, Role.None), (account!.Email, account.Status, account.Roles));
        var read = await directory.GetAsync("/Users/" + made.Id);
        Assert.Equal(made.Body.ToJsonString(), read.Body!.ToJsonString());
        Assert.Contains(host.Audit.Of(TestTenants.Acme), entry => entry is { Action: "Directory.UserCreated" } && entry.Actor.StartsWith("client:", StringComparison.Ordinal));
        Assert.Single(Directory.GetFiles(Path.Combine(host.Folder, "outbox")));
    }

    [Fact]
    public async Task User_replaced_loses_what_is_not_said_again_but_not_whether_it_is_active()
    {
        await using var host = await IdentityHost.StartAsync();
        using var directory = await ConnectAsync(host);
        var person = Person("ada");
        person["title"] = "Analyst";
        var id = await directory.AddAsync(person);
        await directory.SendAsync("PATCH", "/Users/" + id, Patch(Operation("replace", "active", false)));
        person.Remove("title");
        person.Remove("active");
        person["displayName"] = "Ada L.";

        var replaced = await directory.SendAsync("PUT", "/Users/" + id, person);

        Assert.Equal(HttpStatusCode.OK, replaced.Status);
        Assert.Equal(("Ada L.", null, "false"), (replaced.Body!["displayName"]!.ToString(), replaced.Body["title"], replaced.Body["active"]!.ToJsonString()));
    }

    [Theory]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    public async Task User_who_leaves_loses_account_sessions_and_tokens_in_the_same_write(string method)
    {
        await using var host = await IdentityHost.StartAsync();
        using var directory = await ConnectAsync(host);
        var account = await host.AddAsync("bob@acme.example");
        using var browser = host.Browser();
        using var login = await browser.LogInAsync("acme", "bob@acme.example", People.Password);
        Assert.Contains("user:", await browser.TextAsync("/whoami"), StringComparison.Ordinal);

        var left = await directory.SendAsync(method, $"/Users/{account.Id}", method == "PATCH" ? Patch(Operation("Replace", "active", "False")) : null);

        Assert.True(left.Status is HttpStatusCode.OK or HttpStatusCode.NoContent, left.Body?.ToJsonString());
        Assert.Equal("anonymous", await browser.TextAsync("/whoami"));
        Assert.Equal(AccountStatus.Closed, (await host.Accounts.FindAsync(TestTenants.Acme, account.Id, default))!.Status);
        var again = await directory.GetAsync($"/Users/{account.Id}");
        Assert.Equal(method == "PATCH" ? HttpStatusCode.OK : HttpStatusCode.NotFound, again.Status);
        Assert.Contains(host.Audit.Of(TestTenants.Acme), entry => entry.Action == "Account.Closed");
    }

    [Fact]
    public async Task User_who_comes_back_gets_the_same_account_and_a_new_invitation()
    {
        await using var host = await IdentityHost.StartAsync();
        using var directory = await ConnectAsync(host);
        var id = await directory.AddAsync(Person("ada"));
        await directory.SendAsync("PATCH", "/Users/" + id, Patch(Operation("replace", null, new JsonObject { ["active"] = false })));

        var back = await directory.SendAsync("PATCH", "/Users/" + id, Patch(Operation("replace", null, new JsonObject { ["active"] = true })));

        Assert.Equal("true", back.Body!["active"]!.ToJsonString());
        Assert.Equal(AccountStatus.Invited, (await host.Accounts.FindAsync(TestTenants.Acme, EntityId.Parse<AccountId>(id), default))!.Status);
        Assert.Equal(2, Directory.GetFiles(Path.Combine(host.Folder, "outbox")).Length);
        Assert.Contains(host.Audit.Of(TestTenants.Acme), entry => entry.Action == "Account.Reopened");
    }

    [Fact]
    public async Task User_deleted_may_be_made_anew_with_the_same_names()
    {
        await using var host = await IdentityHost.StartAsync();
        using var directory = await ConnectAsync(host);
        var id = await directory.AddAsync(Person("ada"));

        Assert.Equal(HttpStatusCode.NoContent, (await directory.SendAsync("DELETE", "/Users/" + id)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await directory.SendAsync("DELETE", "/Users/" + id)).Status);

        Assert.NotEqual(id, await directory.AddAsync(Person("ada")));
    }

    [Fact]
    public async Task Account_made_by_hand_is_taken_over_with_its_roles_by_the_directory_that_names_its_address()
    {
        await using var host = await IdentityHost.StartAsync();
        using var directory = await ConnectAsync(host);
        var account = await host.AddAsync("bob@acme.example", Role.Sponsor);
        var person = Person("bob");
        person["userName"] = "B.Example";

        var id = await directory.AddAsync(person);

        Assert.Equal(account.Id.ToString(), id);
        Assert.Equal((Role.Sponsor, AccountStatus.Active), Of(await host.Accounts.FindAsync(TestTenants.Acme, account.Id, default)));
        Assert.Equal((409, "uniqueness", "ACCOUNT_EMAIL_TAKEN", "emails"), (await directory.SendAsync("POST", "/Users", Person("bob", "other"))).Refusal);
    }

    [Fact]
    public async Task Last_administrator_cannot_be_closed_by_the_directory()
    {
        await using var host = await IdentityHost.StartAsync();
        using var directory = await ConnectAsync(host);
        var admin = await host.AddAsync("admin@acme.example", Role.TenantAdmin);

        var refused = await directory.SendAsync("DELETE", $"/Users/{admin.Id}");

        Assert.Equal((409, null, "ACCOUNT_LAST_ADMIN", null), refused.Refusal);
        Assert.Equal(AccountStatus.Active, (await host.Accounts.FindAsync(TestTenants.Acme, admin.Id, default))!.Status);
    }

    [Fact]
    public async Task Platform_operator_is_no_user_of_any_directory()
    {
        await using var host = await IdentityHost.StartAsync();
        using var directory = await ConnectAsync(host);
        var operatorAccount = await host.AddAsync("op@acme.example", Role.PlatformOperator);

        Assert.Equal(404, (await directory.GetAsync($"/Users/{operatorAccount.Id}")).Refusal.Status);
        Assert.Equal(404, (await directory.SendAsync("DELETE", $"/Users/{operatorAccount.Id}")).Refusal.Status);
        Assert.Equal((409, "uniqueness"), Short(await directory.SendAsync("POST", "/Users", Person("op"))));
        Assert.Equal(0, (await directory.ListAsync("/Users")).Total);
    }

    private static (int Status, string? Type) Short(DirectoryAnswer answer) => (answer.Refusal.Status, answer.Refusal.ScimType);

    private static (Role Roles, AccountStatus Status) Of(Account? account) => (account!.Roles, account.Status);
}
