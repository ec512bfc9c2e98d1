using System.Text;
using System.Text.Json;
using MentorCloud.Integration.Tests.Http;
using MentorCloud.Integration.Tests.Processes;

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
        using var folder = prepared.Folder.Copy();
        var accountsBefore = await File.ReadAllBytesAsync(Path.Combine(folder.Data, "accounts.db"));
        var newKey = Path.Combine(folder.Root, "new.key");
        Assert.True((await folder.RunAsync("keys", "rewrap", "--json", "--new-master-key", newKey)).Json().GetProperty("wrappedAnew").GetInt32() >= 3);

        // As if it had been killed between the two databases.
        await File.WriteAllBytesAsync(Path.Combine(folder.Data, "accounts.db"), accountsBefore);
        Assert.True((await folder.RunAsync("keys", "rewrap", "--json", "--new-master-key", newKey)).Json().GetProperty("wrappedAnew").GetInt32() >= 1);
        Assert.Equal(0, (await folder.RunAsync("keys", "rewrap", "--json", "--new-master-key", newKey)).Json().GetProperty("wrappedAnew").GetInt32());
        Assert.Equal(10, (await folder.RunAsync("keys", "list")).ExitCode);

        File.Move(newKey, Path.Combine(folder.Root, "master.key"), overwrite: true);
        await using var server = await HostServer.StartAsync(folder);
        using var mentor = await prepared.Halvorsen.MentorAsync(server.Address);
        var seen = await mentor.QueryAsync("{ pairings(first: 50) { nodes { checkIns { notes { text } } } } }");
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

    private Task<string> TokenAsync(HostServer server) => GraphQLClient.TokenAsync(
        server.Address, prepared.Halvorsen.Login.GetProperty("clientId").GetString()!, prepared.Halvorsen.Login.GetProperty("clientSecret").GetString()!);

    private static string? KidOf(string token)
    {
        var head = token.Split('.')[0].Replace('_', '/').Replace('-', '+');
        using var document = JsonDocument.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(head.PadRight((head.Length + 3) / 4 * 4, '='))));
        return document.RootElement.GetProperty("kid").GetString();
    }
}
