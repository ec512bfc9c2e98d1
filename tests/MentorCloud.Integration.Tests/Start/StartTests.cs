using System.Net;
using System.Security.Cryptography;
using MentorCloud.Integration.Tests.Processes;
using MentorCloud.Testing;

namespace MentorCloud.Integration.Tests.Start;

/// <summary>What keeps the program from starting: one clear line and an exit code of its own.</summary>
public sealed class StartTests
{
    private static readonly string[] Databases = ["grains.db", "views.db", "accounts.db"];

    [Fact]
    public async Task Start_on_port_in_use_ends_with_its_line_and_code()
    {
        using var folder = new DataFolder();
        using var held = FreePort.Hold();
        var port = ((IPEndPoint)held.LocalEndpoint).Port;

        var result = await folder.RunAsync("serve", "--no-demo", "--url", $"http://127.0.0.1:{port}");

        CheckComplaint(result, exitCode: 7, says: "--url");
    }

    [Fact]
    public async Task Start_on_file_in_place_of_the_folder_ends_with_its_line_and_code()
    {
        using var folder = new DataFolder();
        await File.WriteAllTextAsync(folder.Data, "not a folder");

        CheckComplaint(await ServeAsync(folder), exitCode: 4, says: folder.Data);
    }

    [Fact]
    public async Task Start_on_damaged_database_ends_with_its_line_and_code()
    {
        using var folder = new DataFolder();
        Assert.Equal(0, (await folder.RunAsync("rebuild-views")).ExitCode);

        await CheckEachAsync(folder, Damaged);
    }

    [Fact]
    public async Task Start_on_overwritten_database_beside_its_log_ends_with_its_line_and_code()
    {
        using var folder = new DataFolder();
        await using (var killed = await HostServer.StartAsync(folder, "--no-demo"))
        {
            await killed.KillAsync();
        }

        Assert.All(Databases, name => Assert.True(new FileInfo(Path.Combine(folder.Data, name + "-wal")).Length > 0, $"{name} has no log beside it."));
        await CheckEachAsync(folder, Noise);
        Assert.Equal(0, (await folder.RunAsync("rebuild-views")).ExitCode);
    }

    [Fact]
    public async Task Start_beside_another_process_on_the_folder_ends_with_its_line_and_code()
    {
        using var folder = new DataFolder();
        await using var first = await HostServer.StartAsync(folder, "--no-demo");

        CheckComplaint(await ServeAsync(folder), exitCode: 6, says: "process");
        CheckComplaint(await folder.RunAsync("demo"), exitCode: 6, says: "process");

        Assert.Equal(0, await first.StopAsync());
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("ftp://127.0.0.1:21")]
    [InlineData("http://127.0.0.1:5080/path")]
    public async Task Start_with_wrong_address_ends_with_its_line_and_code(string url)
    {
        using var folder = new DataFolder();

        CheckComplaint(await folder.RunAsync("serve", "--no-demo", "--url", url), exitCode: 3, says: url);
    }

    [Theory]
    [InlineData("StopDelay", "-00:00:01")]
    [InlineData("StopDelay", "00:05:01")]
    [InlineData("AccountPointsPerMinute", "19999")]
    [InlineData("TenantPointsPerMinute", "1000000001")]
    [InlineData("TenantQueriesAtOnce", "0")]
    [InlineData("TrustedDocuments", "no-such-folder")]
    [InlineData("DrainTimeout", "00:00:00")]
    [InlineData("DrainTimeout", "soon")]
    public async Task Start_with_setting_out_of_range_ends_with_its_line_and_code(string setting, string value)
    {
        using var folder = new DataFolder();
        folder.Environment[$"MENTORCLOUD__{setting.ToUpperInvariant()}"] = value;

        var result = await ServeAsync(folder);

        CheckComplaint(result, exitCode: 3, says: value);
        CheckComplaint(result, exitCode: 3, says: setting);
    }

    [Fact]
    public async Task Start_with_unknown_option_ends_with_usage()
    {
        using var folder = new DataFolder();

        var result = await folder.RunAsync("serve", "--shoe-size", "44");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("--shoe-size", result.Error, StringComparison.Ordinal);
        Assert.Contains("--help", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_asked_to_stop_ends_without_error_and_starts_again()
    {
        using var folder = new DataFolder();
        for (var start = 0; start < 2; start++)
        {
            await using var server = await HostServer.StartAsync(folder, "--no-demo");
            Assert.Equal(0, await server.StopAsync());
            Assert.Empty(Directory.GetFiles(folder.Data, "*-wal"));
        }
    }

    private static Task<RunResult> ServeAsync(DataFolder folder) =>
        folder.RunAsync("serve", "--no-demo", "--url", $"http://127.0.0.1:{FreePort.Find()}");

    /// <summary>Each database in turn; put back, it is as good as before.</summary>
    private static async Task CheckEachAsync(DataFolder folder, Func<byte[], byte[]> damage)
    {
        foreach (var name in Databases)
        {
            var file = Path.Combine(folder.Data, name);
            var sound = await File.ReadAllBytesAsync(file);
            await File.WriteAllBytesAsync(file, damage(sound));

            CheckComplaint(await ServeAsync(folder), exitCode: 5, says: name);
            await File.WriteAllBytesAsync(file, sound);
        }
    }

    private static byte[] Noise(byte[] sound)
    {
        var noise = new byte[sound.Length];
        new Random(20_261_126).NextBytes(noise);
        return noise;
    }

    /// <summary>The name of SQLite's format stays, and what the whole depends on is overwritten: SQLite itself has to find it.</summary>
    private static byte[] Damaged(byte[] sound) => [.. sound[..16], .. SHA512.HashData("damage"u8), .. new byte[4096], .. sound[4176..]];

    private static void CheckComplaint(RunResult result, int exitCode, string says)
    {
        Assert.True(result.ExitCode == exitCode, $"exit code {result.ExitCode} instead of {exitCode}: {result.Error}");
        var line = Assert.Single(result.Complaints);
        Assert.Contains(says, line, StringComparison.Ordinal);
        Assert.DoesNotContain("\n   at ", result.Error, StringComparison.Ordinal);
    }
}
