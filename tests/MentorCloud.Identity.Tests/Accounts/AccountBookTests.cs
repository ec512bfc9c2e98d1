using System.Buffers.Text;
using System.Text;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Identity.Tests.Hosting;

namespace MentorCloud.Identity.Tests.Accounts;

public sealed class AccountBookTests
{
    [Fact]
    public async Task Create_address_taken_in_other_letters_is_refused_in_the_tenant_and_free_in_another()
    {
        await using var host = await IdentityHost.StartAsync();
        await host.AddAsync("Ada@acme.example");

        var again = await host.Accounts.CreateAsync(TestTenants.Acme, People.Platform, new NewAccount("ada@ACME.example", "Ada", Role.Mentee), default);
        var elsewhere = await host.AddAsync("ada@acme.example", tenant: TestTenants.Borealis);

        Assert.Equal(ErrorCodes.AccountEmailTaken, again.Refusal?.Code);
        Assert.Equal(TestTenants.Borealis, elsewhere.Tenant);
    }

    [Fact]
    public async Task Create_repeated_with_the_same_id_answers_with_the_first_account()
    {
        await using var host = await IdentityHost.StartAsync();
        var wanted = new NewAccount("ada@acme.example", "Ada", Role.Mentor, Id: EntityId.New<AccountId>(host.Clock.GetUtcNow()));

        var first = await host.Accounts.CreateAsync(TestTenants.Acme, People.Platform, wanted, default);
        var second = await host.Accounts.CreateAsync(TestTenants.Acme, People.Platform, wanted, default);

        Assert.Equal(first.Value, second.Value);
    }

    [Fact]
    public async Task Create_raced_by_twenty_for_one_address_makes_one_account()
    {
        await using var host = await IdentityHost.StartAsync();

        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() =>
            host.Accounts.CreateAsync(TestTenants.Acme, People.Platform, new NewAccount("ada@acme.example", "Ada", Role.Mentor), default))));

        Assert.Single(replies, reply => !reply.IsRefused);
        Assert.All(replies.Where(reply => reply.IsRefused), reply => Assert.Equal(ErrorCodes.AccountEmailTaken, reply.Refusal!.Code));
    }

    [Theory]
    [InlineData("", "Ada", Role.Mentor, "email")]
    [InlineData("ada", "Ada", Role.Mentor, "email")]
    [InlineData("ada@acme", "Ada", Role.Mentor, "email")]
    [InlineData("ada@acme.example\r\nBcc: all@acme.example", "Ada", Role.Mentor, "email")]
    [InlineData("аda@acme.example", "Ada", Role.Mentor, "email")]
    [InlineData("ada@acmе.example", "Ada", Role.Mentor, "email")]
    [InlineData("ada@acme.example", " ", Role.Mentor, "displayName")]
    [InlineData("ada@acme.example", "Ada\u0000", Role.Mentor, "displayName")]
    [InlineData("ada@acme.example", "Ada", Role.None, "roles")]
    [InlineData("ada@acme.example", "Ada", (Role)4096, "roles")]
    public async Task Create_malformed_names_the_field(string email, string name, Role roles, string field)
    {
        await using var host = await IdentityHost.StartAsync();

        var reply = await host.Accounts.CreateAsync(TestTenants.Acme, People.Platform, new NewAccount(email, name, roles), default);

        Assert.Equal((ErrorCodes.InputInvalid, field), (reply.Refusal!.Code, reply.Refusal.Field));
    }

    [Fact]
    public async Task Create_platform_operator_by_a_tenant_admin_is_forbidden()
    {
        await using var host = await IdentityHost.StartAsync();
        var admin = await host.AddAsync("admin@acme.example", Role.TenantAdmin);
        var by = Actor.User(TestTenants.Acme, admin.Id, admin.Roles);

        var created = await host.Accounts.CreateAsync(TestTenants.Acme, by, new NewAccount("x@acme.example", "X", Role.PlatformOperator), default);
        var changed = await host.Accounts.ChangeRolesAsync(TestTenants.Acme, by, admin.Id, Role.TenantAdmin | Role.PlatformOperator, default);

        Assert.Equal(ErrorCodes.Forbidden, created.Refusal?.Code);
        Assert.Equal(ErrorCodes.Forbidden, changed.Refusal?.Code);
    }

    [Fact]
    public async Task Account_of_another_tenant_answers_like_an_unknown_one()
    {
        await using var host = await IdentityHost.StartAsync();
        var foreign = await host.AddAsync("ada@borealis.example", Role.TenantAdmin, TestTenants.Borealis);
        var unknown = EntityId.New<AccountId>(host.Clock.GetUtcNow());

        foreach (var id in (AccountId[])[foreign.Id, unknown])
        {
            Assert.Null(await host.Accounts.FindAsync(TestTenants.Acme, id, default));
            var changed = await host.Accounts.ChangeRolesAsync(TestTenants.Acme, People.Platform, id, Role.Mentor, default);
            var closed = await host.Accounts.CloseAsync(TestTenants.Acme, People.Platform, id, default);
            Assert.Equal(new Refusal(ErrorCodes.NotFound, "There is no such account."), changed.Refusal);
            Assert.Equal(changed.Refusal, closed.Refusal);
        }
    }

    [Fact]
    public async Task Last_admin_can_neither_be_closed_nor_lose_the_role()
    {
        await using var host = await IdentityHost.StartAsync();
        var admin = await host.AddAsync("admin@acme.example", Role.TenantAdmin);
        await host.AddAsync("mentor@acme.example");

        var closed = await host.Accounts.CloseAsync(TestTenants.Acme, People.Platform, admin.Id, default);
        var changed = await host.Accounts.ChangeRolesAsync(TestTenants.Acme, People.Platform, admin.Id, Role.Mentor, default);
        await host.AddAsync("second@acme.example", Role.TenantAdmin);
        var then = await host.Accounts.CloseAsync(TestTenants.Acme, People.Platform, admin.Id, default);

        Assert.Equal(ErrorCodes.AccountLastAdmin, closed.Refusal?.Code);
        Assert.Equal(ErrorCodes.AccountLastAdmin, changed.Refusal?.Code);
        Assert.Equal(AccountStatus.Closed, then.Value?.Status);
    }

    [Fact]
    public async Task Close_frees_the_address_and_repeats_safely()
    {
        await using var host = await IdentityHost.StartAsync();
        var first = await host.AddAsync("ada@acme.example");

        var closed = await host.Accounts.CloseAsync(TestTenants.Acme, People.Platform, first.Id, default);
        var again = await host.Accounts.CloseAsync(TestTenants.Acme, People.Platform, first.Id, default);
        var second = await host.AddAsync("ada@acme.example");

        Assert.Equal(closed.Value, again.Value);
        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal(second.Id, (await host.Accounts.FindByEmailAsync(TestTenants.Acme, "ADA@acme.example", default))?.Id);
    }

    [Fact]
    public async Task Invitation_works_once_and_only_until_it_expires()
    {
        await using var host = await IdentityHost.StartAsync();
        var invited = new NewAccount("ada@acme.example", "Ada", Role.Mentor);
        var first = (await host.Accounts.InviteAsync(TestTenants.Acme, People.Platform, invited, default)).Value!;
        var second = (await host.Accounts.InviteAsync(TestTenants.Acme, People.Platform, invited, default)).Value!;

        var replaced = await host.Accounts.AcceptInvitationAsync(first.Token, People.Password, default);
        var weak = await host.Accounts.AcceptInvitationAsync(second.Token, "Password123456", default);
        var accepted = await host.Accounts.AcceptInvitationAsync(second.Token, People.Password, default);
        var used = await host.Accounts.AcceptInvitationAsync(second.Token, People.Password, default);

        Assert.Equal(ErrorCodes.InvitationInvalid, replaced.Refusal?.Code);
        Assert.Equal(ErrorCodes.PasswordTooWeak, weak.Refusal?.Code);
        Assert.Equal(AccountStatus.Active, accepted.Value?.Status);
        Assert.Equal(first.Account.Id, accepted.Value?.Id);
        Assert.Equal(ErrorCodes.InvitationInvalid, used.Refusal?.Code);
    }

    [Fact]
    public async Task Invitation_expired_or_of_another_tenant_is_refused()
    {
        await using var host = await IdentityHost.StartAsync();
        var invited = await host.Accounts.InviteAsync(TestTenants.Acme, People.Platform, new NewAccount("ada@acme.example", "Ada", Role.Mentor), default);
        var elsewhere = $"{TestTenants.Borealis}{invited.Value!.Token[32..]}";

        var foreign = await host.Accounts.AcceptInvitationAsync(elsewhere, People.Password, default);
        host.Clock.Advance(TimeSpan.FromDays(7));
        var late = await host.Accounts.AcceptInvitationAsync(invited.Value.Token, People.Password, default);

        Assert.Equal(ErrorCodes.InvitationInvalid, foreign.Refusal?.Code);
        Assert.Equal(ErrorCodes.InvitationInvalid, late.Refusal?.Code);
    }

    [Fact]
    public async Task List_read_forward_and_backward_gives_every_account_once()
    {
        await using var host = await IdentityHost.StartAsync();
        for (var number = 0; number < 7; number++)
        {
            host.Clock.Advance(TimeSpan.FromSeconds(1));
            await host.AddAsync($"p{number}@acme.example", password: null);
        }

        await host.AddAsync("other@borealis.example", tenant: TestTenants.Borealis, password: null);
        var first = await host.Accounts.ListAsync(TestTenants.Acme, AccountFilter.Any, new PageRequest(3, CountTotal: true), default);
        var second = await host.Accounts.ListAsync(TestTenants.Acme, AccountFilter.Any, new PageRequest(3, first.Rows[^1].Cursor), default);
        var back = await host.Accounts.ListAsync(TestTenants.Acme, AccountFilter.Any, new PageRequest(3, second.Rows[0].Cursor, Backward: true), default);
        var last = await host.Accounts.ListAsync(TestTenants.Acme, AccountFilter.Any, new PageRequest(2, Descending: true), default);

        Assert.Equal(["p0@acme.example", "p1@acme.example", "p2@acme.example"], first.Rows.Select(row => row.Row.Email));
        Assert.Equal((7, true, false), (first.Total!.Value, first.HasNext, first.HasPrevious));
        Assert.Equal(["p3@acme.example", "p4@acme.example", "p5@acme.example"], second.Rows.Select(row => row.Row.Email));
        Assert.Equal(first.Rows.Select(row => row.Row.Id), back.Rows.Select(row => row.Row.Id));
        Assert.Equal((true, true, true, false), (second.HasNext, second.HasPrevious, back.HasNext, back.HasPrevious));
        Assert.Equal(["p6@acme.example", "p5@acme.example"], last.Rows.Select(row => row.Row.Email));
    }

    [Fact]
    public async Task List_says_that_rows_come_before_only_where_some_do()
    {
        await using var host = await IdentityHost.StartAsync();
        var made = await host.AddAsync("ada@acme.example", password: null);
        var all = await host.Accounts.ListAsync(TestTenants.Acme, AccountFilter.Any, new PageRequest(3), default);
        var beforeAll = Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"accounts:{new string('0', 32)}"));

        var fromBefore = await host.Accounts.ListAsync(TestTenants.Acme, AccountFilter.Any, new PageRequest(3, beforeAll), default);
        var pastEnd = await host.Accounts.ListAsync(TestTenants.Acme, AccountFilter.Any, new PageRequest(3, all.Rows[0].Cursor), default);
        var backPastBegin = await host.Accounts.ListAsync(TestTenants.Acme, AccountFilter.Any, new PageRequest(3, all.Rows[0].Cursor, Backward: true), default);

        Assert.Equal((made.Id, false, false), (Assert.Single(fromBefore.Rows).Row.Id, fromBefore.HasNext, fromBefore.HasPrevious));
        Assert.Equal((0, false, true), (pastEnd.Rows.Count, pastEnd.HasNext, pastEnd.HasPrevious));
        Assert.Equal((0, true, false), (backPastBegin.Rows.Count, backPastBegin.HasNext, backPastBegin.HasPrevious));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("Y2xpZW50czphYmM")]
    [InlineData("' OR 1=1 --")]
    [InlineData("YWNjb3VudHM6AA")]
    public async Task List_with_a_cursor_that_is_none_is_refused(string cursor)
    {
        await using var host = await IdentityHost.StartAsync();

        var refused = await Assert.ThrowsAsync<RefusedException>(() =>
            host.Accounts.ListAsync(TestTenants.Acme, AccountFilter.Any, new PageRequest(3, cursor), default));

        Assert.Equal(ErrorCodes.CursorInvalid, refused.Refusal.Code);
    }

    [Fact]
    public async Task List_filters_by_words_role_and_status()
    {
        await using var host = await IdentityHost.StartAsync();
        await host.AddAsync("ada@acme.example", Role.Mentor | Role.Sponsor);
        await host.AddAsync("bob@acme.example", Role.Mentee, password: null);

        async Task<IEnumerable<string>> Emails(AccountFilter filter) =>
            (await host.Accounts.ListAsync(TestTenants.Acme, filter, new PageRequest(10), default)).Rows.Select(row => row.Row.Email);

        Assert.Equal(["ada@acme.example"], await Emails(new AccountFilter(Search: "ADA@")));
        Assert.Equal(["ada@acme.example"], await Emails(new AccountFilter(Holding: Role.Sponsor | Role.TenantAdmin)));
        Assert.Equal(["bob@acme.example"], await Emails(new AccountFilter(Status: AccountStatus.Invited)));
        Assert.Empty(await Emails(new AccountFilter(Search: "%")));
    }

    [Fact]
    public async Task Every_change_enters_the_audit_log_of_its_tenant_without_the_address()
    {
        await using var host = await IdentityHost.StartAsync();
        var ada = await host.AddAsync("ada@acme.example");
        await host.Accounts.ChangeRolesAsync(TestTenants.Acme, People.Platform, ada.Id, Role.Mentee, default);
        await host.Accounts.CloseAsync(TestTenants.Acme, People.Platform, ada.Id, default);

        var lines = host.Audit.Of(TestTenants.Acme).ToList();

        Assert.Equal(["Account.Created", "Account.RolesChanged", "Account.Closed"], lines.Select(line => line.Action));
        Assert.All(lines, line => Assert.DoesNotContain("ada", $"{line.Subject}{line.Detail}{line.Actor}", StringComparison.Ordinal));
        Assert.Empty(host.Audit.Of(TestTenants.Borealis));
    }
}
