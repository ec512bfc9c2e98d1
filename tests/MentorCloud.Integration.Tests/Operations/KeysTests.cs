using System.Text;
using System.Text.Json;
using MentorCloud.Integration.Tests.Http;
using MentorCloud.Integration.Tests.Processes;
using Microsoft.Data.Sqlite;

namespace MentorCloud.Integration.Tests.Operations;

/// <summary>Signing keys are rotated beside a running server; the master key is changed while it is stopped.</summary>
[Collection(PreparedFolderCollection.Name)]
public sealed class KeysTests(PreparedFolder prepared)
{
    [Fact]
    public async Task Rotated_signing_key_signs_and_the_tokens_before_stay_good()
    {
        using var folder = prepared.Folder.Copy();
        var before = (await folder.RunAsync("keys", "list", "--json")).Json();
        folder.Environment["MENTORCLOUD__PUBLICURL"] = "http://127.0.0.1:5999";
        string token;
        await using (var server = await HostServer.StartAsync(folder))
        {
            token = await TokenAsync(server);
            var after = (await folder.RunAsync("keys", "rotate", "--json")).Json();
            Assert.Equal(before.GetArrayLength() + 1, after.GetArrayLength());
            Assert.Equal(0, await server.StopAsync());
        }

        await using var again = await HostServer.StartAsync(folder);
        using var client = GraphQLClient.WithToken(again.Address, token);
        Assert.Equal("CLIENT", (await client.QueryAsync("{ viewer { kind } }")).GetProperty("viewer").GetProperty("kind").GetString());
        Assert.NotEqual(KidOf(token), KidOf(await TokenAsync(again)));
        Assert.Equal(0, await again.StopAsync());
    }

    [Fact]
    public async Task Rewrap_that_was_cut_off_half_way_is_finished_by_repeating_it()
    {
        using var whole = prepared.Folder.Copy();
        using var folder = prepared.Folder.Copy();
        var newKey = Path.Combine(folder.Root, "new.key");
        var all = await RewrapAsync(whole, Path.Combine(whole.Root, "new.key"));

        var before = TenantKeys(folder);
        await KillBetweenDatabasesAsync(folder, newKey, before);

        Assert.All(TenantKeys(folder), (key, at) => Assert.NotEqual(before[at], key));
        Assert.Equal(all - before.Count, await RewrapAsync(folder, newKey));
        Assert.Equal(0, await RewrapAsync(folder, newKey));
        Assert.Equal(10, (await folder.RunAsync("keys", "list")).ExitCode);

        File.Move(newKey, Path.Combine(folder.Root, "master.key"), overwrite: true);
        await using var server = await HostServer.StartAsync(folder);
        using var mentor = await prepared.Halvorsen.MentorAsync(server.Address);
        var seen = await mentor.QueryAsync("{ pairings(first: 40) { nodes { checkIns { notes { text } } } } }");
        Assert.Contains("\"text\":\"", seen.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(0, await server.StopAsync());
    }

    [Fact]
    public async Task Rewrap_with_the_wrong_old_key_changes_nothing()
    {
        using var folder = prepared.Folder.Copy();
        var wrong = Path.Combine(folder.Root, "wrong.key");
        File.Copy(Path.Combine(folder.Root, "master.key"), wrong);
        await File.WriteAllBytesAsync(wrong, new byte[32]);

        var rewrap = await HostProgram.RunAsync(
            folder, "keys", "rewrap", "--data", folder.Data, "--master-key", wrong, "--new-master-key", Path.Combine(folder.Root, "new.key"));

        Assert.Equal(10, rewrap.ExitCode);
        Assert.Equal(0, (await folder.RunAsync("keys", "list")).ExitCode);
    }

    [Fact]
    public async Task Key_of_a_suspended_tenant_is_destroyed_and_no_other()
    {
        using var folder = prepared.Folder.Copy();
        var before = TenantKeys(folder);

        Assert.Equal(9, (await folder.RunAsync("keys", "erase", "halvorsen", "--confirm", "halvorsen")).ExitCode);
        Assert.Equal(0, (await folder.RunAsync("tenant", "suspend", "halvorsen", "--reason", "the subscription ended")).ExitCode);
        Assert.Equal(9, (await folder.RunAsync("keys", "erase", "halvorsen", "--confirm", "meridian")).ExitCode);
        Assert.Equal(9, (await folder.RunAsync("keys", "erase", "nobody", "--confirm", "nobody")).ExitCode);
        Assert.Equal(before, TenantKeys(folder));

        Assert.Equal(0, (await folder.RunAsync("keys", "erase", "halvorsen", "--confirm", "halvorsen")).ExitCode);

        var left = TenantKeys(folder);
        var destroyed = Convert.FromHexString(Assert.Single(before.Except(left)));
        Assert.Equal(before.Count - 1, left.Count);
        Assert.DoesNotContain(Directory.GetFiles(folder.Data), file => File.ReadAllBytes(file).AsSpan().IndexOf(destroyed) >= 0);
        Assert.Equal(0, (await folder.RunAsync("verify")).ExitCode);
    }

    private static async Task<int> RewrapAsync(DataFolder folder, string newKey) =>
        (await folder.RunAsync("keys", "rewrap", "--json", "--new-master-key", newKey)).Json().GetProperty("wrappedAnew").GetInt32();

    /// <summary>kill -9 when the tenants' keys are wrapped anew and the accounts' are not: another writer holds that database up.</summary>
    private static async Task KillBetweenDatabasesAsync(DataFolder folder, string newKey, IReadOnlyList<string> before)
    {
        using var accounts = Open(folder, "accounts.db");
        using var held = accounts.BeginTransaction(deferred: false);
        using var rewrap = HostProgram.Start(folder, ["keys", "rewrap", "--new-master-key", newKey, .. folder.Options]);
        await Poll.UntilAsync("the tenants' keys to be wrapped anew", HostProgram.Bound, () =>
        {
            Assert.False(rewrap.HasExited, "It ended before it could be killed.");
            return Task.FromResult(TenantKeys(folder).Intersect(before).Any() ? null : "wrapped");
        });
        rewrap.Kill();
        await rewrap.WaitForExitAsync();
        Assert.NotEqual(0, rewrap.ExitCode);
    }

    private static List<string> TenantKeys(DataFolder folder)
    {
        using var views = Open(folder, "views.db");
        using var command = views.CreateCommand();
        command.CommandText = "SELECT hex(wrapped) FROM tenant_keys ORDER BY tenant";
        using var reader = command.ExecuteReader();
        var keys = new List<string>();
        while (reader.Read())
        {
            keys.Add(reader.GetString(0));
        }

        return keys;
    }

    private static SqliteConnection Open(DataFolder folder, string file)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder.Data, file)};Pooling=False");
        connection.Open();
        return connection;
    }

    private Task<string> TokenAsync(HostServer server) => GraphQLClient.TokenAsync(
        server.Address, prepared.Halvorsen.Login.GetProperty("clientId").GetString()!, prepared.Halvorsen.Login.GetProperty("clientSecret").GetString()!);

    private static string? KidOf(string token)
    {
        var head = token.Split('.')[0].Replace('_', '/').Replace('-', '+');
        using var document = JsonDocument.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(head.PadRight((head.Length + 3) / 4 * 4, '='))));
        return document.RootElement.GetProperty("kid").GetString();
    }
}
