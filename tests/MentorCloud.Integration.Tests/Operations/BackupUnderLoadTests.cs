using System.Globalization;
using System.Text.Json;
using MentorCloud.Integration.Tests.Http;
using MentorCloud.Integration.Tests.Kill;
using MentorCloud.Integration.Tests.Processes;

namespace MentorCloud.Integration.Tests.Operations;

/// <summary>A backup taken while writers write: grains, views and accounts of one moment, with everything acknowledged before it.</summary>
[Collection(PreparedFolderCollection.Name)]
public sealed class BackupUnderLoadTests(PreparedFolder prepared)
{
    private const int Writers = 4;
    private const int WritesBefore = 40;
    private const int Backups = 3;

    [Fact]
    public async Task Backup_under_load_restores_to_one_moment_with_everything_acknowledged_before_it()
    {
        using var folder = prepared.Folder.Copy();
        var ledger = new Ledger();
        var acknowledgedBefore = new List<IReadOnlyDictionary<string, string>>();
        await using (var server = await HostServer.StartAsync(folder))
        {
            using var client = await prepared.Halvorsen.ClientAsync(server.Address);
            var writing = Write(client, ledger);
            for (var number = 0; number < Backups; number++)
            {
                await Poll.UntilAsync("writes", HostProgram.Bound, () => Task.FromResult(ledger.Answered.Count >= WritesBefore * (number + 1) ? ledger : null));
                acknowledgedBefore.Add(ledger.Answered);
                var backup = await folder.RunAsync("backup", "--to", BackupOf(folder, number));
                Assert.True(backup.ExitCode == 0, backup.Error);
                Assert.Contains("master key is not in the backup", backup.Error, StringComparison.Ordinal);
            }

            await server.KillAsync();
            await Task.WhenAll(writing);
        }

        Assert.True(ledger.Answered.Count > acknowledgedBefore[^1].Count, "Nothing was written during the last backup.");
        for (var number = 0; number < Backups; number++)
        {
            await CheckRestoredAsync(folder, BackupOf(folder, number), acknowledgedBefore[number], withServer: number == Backups - 1);
        }
    }

    private static string BackupOf(DataFolder folder, int number) => Path.Combine(folder.Root, $"backup-{number.ToString(CultureInfo.InvariantCulture)}");

    private static List<Task> Write(GraphQLClient client, Ledger ledger) =>
        [.. Enumerable.Range(0, Writers).Select(writer => new Writer(ledger, $"load-{writer}").WriteAsync(client, () => { }))];

    private async Task CheckRestoredAsync(DataFolder from, string backup, IReadOnlyDictionary<string, string> acknowledged, bool withServer)
    {
        Assert.False(File.Exists(Path.Combine(backup, "master.key")));
        using var restored = new DataFolder();
        File.Copy(Path.Combine(from.Root, "master.key"), Path.Combine(restored.Root, "master.key"));
        var restore = await restored.RunAsync("restore", "--from", backup);
        Assert.True(restore.ExitCode == 0, restore.Error);
        // Says that grains and views fit, every grain by itself, and that every audit log is whole.
        Assert.True((await restored.RunAsync("verify", "--json")).Json().GetProperty("sound").GetBoolean());
        if (!withServer)
        {
            return;
        }

        await using var server = await HostServer.StartAsync(restored);
        using var client = await prepared.Halvorsen.ClientAsync(server.Address);
        foreach (var batch in acknowledged.Chunk(100))
        {
            var found = await client.QueryAsync(
                "query($ids: [ID!]!) { nodes(ids: $ids) { id ... on Cohort { name } } }", new { ids = batch.Select(each => each.Value) });
            Assert.Equal(
                batch.Select(each => Ledger.NameOf(each.Key)),
                found.GetProperty("nodes").EnumerateArray().Select(node => node.ValueKind == JsonValueKind.Null ? "(lost)" : node.GetProperty("name").GetString()));
        }

        // What grains had not published at the moment of the backup, they publish now; then the views equal them row for row.
        await Poll.UntilAsync("every grain to publish", HostProgram.Bound, async () =>
            (await restored.RunAsync("stats", "--json")).Json().GetProperty("unpublishedGrains").GetInt64() == 0 ? "published" : null);
        Assert.Equal(0, await server.StopAsync());
        Assert.Equal("The views were right.", (await restored.RunAsync("rebuild-views")).Output.Trim());
    }
}
