using MentorCloud.Contracts.Accounts;
using MentorCloud.Contracts.Directory;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Identity.Tests.Hosting;
using Microsoft.Data.Sqlite;

namespace MentorCloud.Identity.Tests.Accounts;

/// <summary>What is left of an erased person's account.</summary>
public sealed class ErasureTests
{
    [Fact]
    public async Task Erasure_that_a_reader_keeps_from_cutting_the_log_off_is_not_finished_until_it_is_repeated()
    {
        await using var host = await IdentityHost.StartAsync();
        var person = await PersonAsync(host, "Robin Example");
        await using (var reader = new SqliteConnection($"Data Source={Path.Combine(host.Folder, "accounts.db")};Pooling=False"))
        {
            await reader.OpenAsync();
            await using var held = reader.BeginTransaction(deferred: true);
            await using var command = new SqliteCommand("SELECT COUNT(*) FROM accounts", reader, held);
            await command.ExecuteScalarAsync();

            await Assert.ThrowsAsync<WriteAheadLogException>(() => host.Accounts.EraseAsync(TestTenants.Acme, People.Platform, person, default));
        }

        await host.Accounts.EraseAsync(TestTenants.Acme, People.Platform, person, default);

        Assert.DoesNotContain(Directory.GetFiles(host.Folder, "accounts.db*"), file => Holds(file, "canary@acme.example"));
        Assert.Single(host.Audit.Of(TestTenants.Acme), line => line.Action == "Account.Erased");
    }

    [Fact]
    public async Task Account_that_is_named_like_an_erased_one_is_erased_too()
    {
        await using var host = await IdentityHost.StartAsync();
        var person = await PersonAsync(host, "Erased person");

        await host.Accounts.EraseAsync(TestTenants.Acme, People.Platform, person, default);

        Assert.Null(await host.Accounts.FindByEmailAsync(TestTenants.Acme, "canary@acme.example", default));
        Assert.DoesNotContain(Directory.GetFiles(host.Folder, "accounts.db*"), file => Holds(file, "canary@acme.example"));
    }

    private static async Task<ParticipantId> PersonAsync(IdentityHost host, string name)
    {
        var person = EntityId.New<ParticipantId>(host.Clock.GetUtcNow());
        var account = new NewAccount("canary@acme.example", name, Role.Mentor, person, People.Password);
        Assert.False((await host.Accounts.CreateAsync(TestTenants.Acme, People.Platform, account, default)).IsRefused);
        return person;
    }

    private static bool Holds(string file, string text)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
        return reader.ReadToEnd().Contains(text, StringComparison.Ordinal);
    }
}
