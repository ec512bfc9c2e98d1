using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Refusals;
using MentorCloud.Identity.Tests.Hosting;
using Microsoft.Data.Sqlite;

namespace MentorCloud.Identity.Tests.Clients;

public sealed class ClientBookTests
{
    [Fact]
    public async Task Secret_is_nowhere_in_the_database()
    {
        await using var host = await IdentityHost.StartAsync();
        var made = await host.AddClientAsync();
        var invited = await host.Accounts.InviteAsync(TestTenants.Acme, People.Platform, new("ada@acme.example", "Ada", Role.Mentor), default);
        SqliteConnection.ClearAllPools();

        var stored = string.Concat(Directory.GetFiles(host.Folder).Select(file => System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(file))));

        Assert.Contains(made.Client.ClientId, stored, StringComparison.Ordinal);
        Assert.DoesNotContain(made.Secret!, stored, StringComparison.Ordinal);
        Assert.DoesNotContain(invited.Value!.Token[33..], stored, StringComparison.Ordinal);
        Assert.DoesNotContain(made.Secret!, made.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Client_of_another_tenant_answers_like_an_unknown_one()
    {
        await using var host = await IdentityHost.StartAsync();
        var foreign = (await host.AddClientAsync(tenant: TestTenants.Borealis)).Client.ClientId;

        foreach (var id in (string[])[foreign, "mc_unknown", string.Empty])
        {
            Assert.Null(await host.Clients.FindAsync(TestTenants.Acme, id, default));
            Assert.Equal(ErrorCodes.NotFound, (await host.Clients.RevokeAsync(TestTenants.Acme, People.Platform, id, default)).Refusal?.Code);
            Assert.Equal(ErrorCodes.NotFound, (await host.Clients.RotateSecretAsync(TestTenants.Acme, People.Platform, default, id, default)).Refusal?.Code);
        }
    }

    [Fact]
    public async Task Client_revoked_stays_listed_and_gets_no_new_secret()
    {
        await using var host = await IdentityHost.StartAsync();
        var made = await host.AddClientAsync();

        var revoked = await host.Clients.RevokeAsync(TestTenants.Acme, People.Platform, made.Client.ClientId, default);
        var rotated = await host.Clients.RotateSecretAsync(TestTenants.Acme, People.Platform, default, made.Client.ClientId, default);
        var listed = await host.Clients.ListAsync(TestTenants.Acme, new PageRequest(10), default);

        Assert.NotNull(revoked.Value!.RevokedAt);
        Assert.Equal(ErrorCodes.ClientRevoked, rotated.Refusal?.Code);
        Assert.Equal([revoked.Value], listed.Rows.Select(row => row.Row));
    }

    [Theory]
    [InlineData("", Scope.ProgramsRead, "name")]
    [InlineData("Payroll\r\nlink", Scope.ProgramsRead, "name")]
    [InlineData("Payroll", Scope.None, "scopes")]
    [InlineData("Payroll", (Scope)1024, "scopes")]
    public async Task Create_malformed_names_the_field(string name, Scope scopes, string field)
    {
        await using var host = await IdentityHost.StartAsync();

        var reply = await host.Clients.CreateAsync(TestTenants.Acme, People.Platform, default, name, scopes, default);

        Assert.Equal((ErrorCodes.InputInvalid, field), (reply.Refusal!.Code, reply.Refusal.Field));
    }
}
