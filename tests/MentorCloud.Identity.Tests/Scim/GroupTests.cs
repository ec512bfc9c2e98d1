using System.Net;
using System.Text.Json.Nodes;
using MentorCloud.Contracts.Logins;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Identity.Tests.Hosting;
using static MentorCloud.Identity.Tests.Scim.DirectoryClient;

namespace MentorCloud.Identity.Tests.Scim;

/// <summary>Groups bring roles, and take none that somebody gave by hand.</summary>
public sealed class GroupTests
{
    [Fact]
    public async Task Members_get_the_roles_that_the_administrator_mapped_and_lose_them_with_the_group()
    {
        await using var host = await IdentityHost.StartAsync();
        using var directory = await ConnectAsync(host);
        await MapAsync(host, Role.None, new GroupRoles("Programme Office", Role.ProgramManager), new GroupRoles("Mentors", Role.Mentor));
        var ada = await directory.AddAsync(Person("ada"));
        var bob = await host.AddAsync("bob@acme.example", Role.Sponsor);

        var group = await directory.AddGroupAsync("programme office", ada, bob.Id.ToString());
        var mentors = await directory.AddGroupAsync("Mentors", ada);

        Assert.Equal((Role.ProgramManager | Role.Mentor, Role.Sponsor | Role.ProgramManager), (await RolesAsync(host, ada), await RolesAsync(host, bob.Id.ToString())));
        await directory.SendAsync("PATCH", "/Groups/" + group, Patch(Operation("Remove", $"members[value eq \"{ada}\"]", null)));
        Assert.Equal(Role.Mentor, await RolesAsync(host, ada));
        await directory.SendAsync("PATCH", "/Groups/" + mentors, Patch(Operation("replace", null, new JsonObject { ["id"] = mentors, ["displayName"] = "Former mentors" })));
        Assert.Equal(Role.None, await RolesAsync(host, ada));
        Assert.Equal(HttpStatusCode.NoContent, (await directory.SendAsync("DELETE", "/Groups/" + group)).Status);
        Assert.Equal(Role.Sponsor, await RolesAsync(host, bob.Id.ToString()));
        Assert.Contains(host.Audit.Of(TestTenants.Acme), entry => entry.Action == "Account.RolesChanged");
    }

    [Fact]
    public async Task Mapping_changed_later_holds_for_those_who_are_there_already()
    {
        await using var host = await IdentityHost.StartAsync();
        using var directory = await ConnectAsync(host);
        var ada = await directory.AddAsync(Person("ada"));
        await directory.AddGroupAsync("Mentors", ada);
        Assert.Equal(Role.None, await RolesAsync(host, ada));

        await MapAsync(host, Role.Mentee, new GroupRoles("MENTORS", Role.Mentor));

        Assert.Equal(Role.Mentor | Role.Mentee, await RolesAsync(host, ada));
    }

    [Fact]
    public async Task Name_that_only_looks_like_the_mapped_one_brings_nothing()
    {
        await using var host = await IdentityHost.StartAsync();
        using var directory = await ConnectAsync(host);
        await MapAsync(host, Role.None, new GroupRoles("Admins", Role.TenantAdmin));
        var ada = await directory.AddAsync(Person("ada"));

        await directory.AddGroupAsync("\u0410dmins", ada);
        await directory.AddGroupAsync("Admi\u200Bns", ada);

        Assert.Equal(Role.None, await RolesAsync(host, ada));
    }

    [Fact]
    public async Task Last_administrator_stays_one_when_the_group_goes()
    {
        await using var host = await IdentityHost.StartAsync();
        using var directory = await ConnectAsync(host);
        await MapAsync(host, Role.None, new GroupRoles("Admins", Role.TenantAdmin));
        var (ada, bob) = (await directory.AddAsync(Person("ada")), await directory.AddAsync(Person("bob")));
        var group = await directory.AddGroupAsync("Admins", ada, bob);

        await directory.SendAsync("PATCH", "/Groups/" + group, Patch(Operation("remove", "members", null)));

        Assert.Equal(1, new[] { await RolesAsync(host, ada), await RolesAsync(host, bob) }.Count(roles => roles == Role.TenantAdmin));
    }

    [Fact]
    public async Task Members_are_added_once_and_removed_in_every_way_that_directories_write()
    {
        await using var host = await IdentityHost.StartAsync();
        using var directory = await ConnectAsync(host);
        List<string> ids = [];
        foreach (var name in new[] { "ada", "bob", "cy", "dee" })
        {
            host.Clock.Advance(TimeSpan.FromSeconds(1));
            ids.Add(await directory.AddAsync(Person(name)));
        }

        var group = "/Groups/" + await directory.AddGroupAsync("Everybody", ids[0]);
        static JsonArray Values(params string[] ids) => [.. ids.Select(id => new JsonObject { ["value"] = id })];
        async Task<string> AfterAsync(params JsonObject[] operations)
        {
            var answer = await directory.SendAsync("PATCH", group, Patch(operations));
            Assert.Equal(HttpStatusCode.NoContent, answer.Status);
            var members = (await directory.GetAsync(group)).Body!["members"]?.AsArray() ?? [];
            return string.Concat(members.Select(member => ids.IndexOf(member!["value"]!.ToString())));
        }

        Assert.Equal("012", await AfterAsync(Operation("Add", "members", Values(ids[0], ids[1])), Operation("add", null, new JsonObject { ["members"] = Values(ids[2]) })));
        Assert.Equal("02", await AfterAsync(Operation("Remove", "members", Values(ids[1], ids[3]))));
        Assert.Equal("2", await AfterAsync(Operation("remove", $"members[value eq \"{ids[0]}\"]", null), Operation("remove", $"members[value eq \"{ids[0]}\"]", null)));
        Assert.Equal("13", await AfterAsync(Operation("replace", "members", Values(ids[1], ids[3]))));
        Assert.Equal(string.Empty, await AfterAsync(Operation("remove", "members", null)));
        Assert.Equal(HttpStatusCode.OK, (await directory.SendAsync("PATCH", group + "?attributes=members", Patch(Operation("add", "members", Values(ids[0]))))).Status);
        await directory.SendAsync("DELETE", "/Users/" + ids[0]);
        Assert.Equal("1", await AfterAsync(Operation("add", "members", Values(ids[1]))));
    }

    [Fact]
    public async Task Group_with_a_name_taken_or_members_that_are_no_users_is_refused()
    {
        await using var host = await IdentityHost.StartAsync();
        using var directory = await ConnectAsync(host);
        var group = await directory.AddGroupAsync("Mentors");
        static JsonObject New(string name, string? member = null) => new()
        {
            ["schemas"] = new JsonArray(Group), ["displayName"] = name, ["members"] = member is null ? new JsonArray() : new JsonArray(new JsonObject { ["value"] = member }),
        };

        Assert.Equal((409, "uniqueness", "ALREADY_EXISTS", "displayName"), (await directory.SendAsync("POST", "/Groups", New("MENTORS"))).Refusal);
        Assert.Equal((400, "invalidValue", "INPUT_INVALID", "members"), (await directory.SendAsync("POST", "/Groups", New("Others", group))).Refusal);
        Assert.Equal((400, "invalidValue", "INPUT_INVALID", "members"), (await directory.SendAsync("POST", "/Groups", New("Others", "019a0000000070008000000000000009"))).Refusal);
        Assert.Equal((400, "invalidValue", "INPUT_INVALID", "displayName"), (await directory.SendAsync("POST", "/Groups", New(string.Empty))).Refusal);
        Assert.Equal(1, (await directory.ListAsync("/Groups")).Total);
    }

    [Fact]
    public async Task Settings_malformed_name_the_field()
    {
        await using var host = await IdentityHost.StartAsync();
        var book = host.Get<IDirectorySettings>();
        async Task<string?> FieldAsync(Role roles, params GroupRoles[] groups) =>
            (await book.SetAsync(TestTenants.Acme, People.Platform, new DirectorySettings(roles, groups), default)).Refusal?.Field;

        Assert.Equal("defaultRoles", await FieldAsync(Role.PlatformOperator));
        Assert.Equal("groups.0.group", await FieldAsync(Role.None, new GroupRoles(string.Empty, Role.Mentor)));
        Assert.Equal("groups.1.group", await FieldAsync(Role.None, new GroupRoles("a", Role.Mentor), new GroupRoles("A", Role.Mentee)));
        Assert.Equal("groups.0.roles", await FieldAsync(Role.None, new GroupRoles("a", Role.None)));
        Assert.Equal("groups.0.roles", await FieldAsync(Role.None, new GroupRoles("a", Role.PlatformOperator)));
        Assert.Equal("groups", await FieldAsync(Role.None, [.. Enumerable.Range(0, 101).Select(number => new GroupRoles($"{number}", Role.Mentor))]));
    }

    private static async Task MapAsync(IdentityHost host, Role roles, params GroupRoles[] groups) =>
        Assert.False((await host.Get<IDirectorySettings>().SetAsync(TestTenants.Acme, People.Platform, new DirectorySettings(roles, groups), default)).IsRefused);

    private static async Task<Role> RolesAsync(IdentityHost host, string account) =>
        (await host.Accounts.FindAsync(TestTenants.Acme, EntityId.Parse<AccountId>(account), default))!.Roles;
}
