using MentorCloud.Contracts.Accounts;
using MentorCloud.Identity.Store;
using MentorCloud.Identity.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace MentorCloud.Identity.Tests.Store;

public sealed class AccountsStoreTests
{
    [Fact]
    public async Task Store_reopened_keeps_accounts_and_signing_keys()
    {
        var folder = Directory.CreateTempSubdirectory("mentorcloud-identity-").FullName;
        try
        {
            Account made;
            string kid;
            await using (var first = await IdentityHost.StartAsync(folder: folder))
            {
                made = await first.AddAsync("ada@acme.example");
                kid = (await first.Get<Identity.Keys.SigningKeys>().CurrentAsync(default)).Record.Kid;
            }

            await using var second = await IdentityHost.StartAsync(folder: folder);
            Assert.Equal(made, await second.Accounts.FindAsync(made.Tenant, made.Id, default));
            Assert.Equal(kid, (await second.Get<Identity.Keys.SigningKeys>().CurrentAsync(default)).Record.Kid);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Store_writes_ahead_and_flushes_each_commit()
    {
        await using var host = await IdentityHost.StartAsync();
        await using var context = await host.Get<AccountsStore>().OpenAsync(TestTenants.Acme, default);

        Assert.Equal("wal", await context.Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync());
        Assert.Equal(2, await context.Database.SqlQueryRaw<int>("SELECT synchronous AS Value FROM pragma_synchronous").SingleAsync());
    }

    [Fact]
    public async Task Store_of_a_newer_program_is_refused_by_its_number()
    {
        var folder = Directory.CreateTempSubdirectory("mentorcloud-identity-").FullName;
        try
        {
            await using (await IdentityHost.StartAsync(folder: folder))
            {
            }

            await using (var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "accounts.db")};Pooling=False"))
            {
                await connection.OpenAsync();
                await using var command = connection.CreateCommand();
                command.CommandText = "INSERT INTO schema_version VALUES (9999)";
                await command.ExecuteNonQueryAsync();
            }

            var refused = await Assert.ThrowsAsync<AccountsStoreException>(() => IdentityHost.StartAsync(folder: folder));

            Assert.Equal(AccountsStoreFault.Newer, refused.Fault);
            Assert.Contains("9999", refused.Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Store_that_is_no_database_is_refused_by_its_name()
    {
        var folder = Directory.CreateTempSubdirectory("mentorcloud-identity-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "accounts.db"), string.Concat(Enumerable.Repeat("no database. ", 1000)));

            var refused = await Assert.ThrowsAsync<AccountsStoreException>(() => IdentityHost.StartAsync(folder: folder));

            Assert.Equal(AccountsStoreFault.Corrupt, refused.Fault);
            Assert.Contains("accounts.db", refused.Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Store_in_a_folder_that_cannot_be_made_is_refused_by_its_name()
    {
        var file = Path.GetTempFileName();
        try
        {
            var refused = await Assert.ThrowsAsync<AccountsStoreException>(() => IdentityHost.StartAsync(folder: Path.Combine(file, "data")));

            Assert.Equal(AccountsStoreFault.Unreachable, refused.Fault);
            Assert.Contains(file, refused.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
