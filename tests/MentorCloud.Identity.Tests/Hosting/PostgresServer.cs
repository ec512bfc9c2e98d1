using System.Diagnostics;
using Npgsql;

namespace MentorCloud.Identity.Tests.Hosting;

/// <summary>A PostgreSQL server of a test's own in a temporary folder; PostgreSQL refuses to run as root, so it runs as its own user then.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    public const string Missing = "NOT RUN: install postgresql-15";
    private readonly string _folder;
    private readonly string _binaries;
    private int _databases;

    private PostgresServer(string folder, string binaries) => (_folder, _binaries) = (folder, binaries);

    /// <summary>Whether the machine has PostgreSQL.</summary>
    public static bool IsInstalled => Binaries() is not null;

    public string Connection => $"Host={_folder};Username=mentorcloud;Database=accounts";

    /// <summary>An empty database beside the first one; its connection string.</summary>
    public async Task<string> NewDatabaseAsync()
    {
        var name = $"accounts_{Interlocked.Increment(ref _databases)}";
        await ExecuteAsync($"CREATE DATABASE {name} OWNER mentorcloud");
        return $"Host={_folder};Username=mentorcloud;Database={name};Maximum Pool Size=20";
    }

    /// <summary>Starts one; skips the test where there is no PostgreSQL.</summary>
    public static async Task<PostgresServer> StartAsync()
    {
        var binaries = Binaries();
        if (binaries is null)
        {
            Console.WriteLine(Missing);
            Assert.Skip(Missing);
        }

        var server = new PostgresServer(Directory.CreateTempSubdirectory("mc-pg-").FullName, binaries);
        if (Environment.IsPrivilegedProcess)
        {
            await ShellAsync("chown", "postgres", server._folder);
        }

        await server.RunAsync("initdb", "-D", server._folder + "/db", "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C", "--no-sync");
        await server.RunAsync("pg_ctl", "-D", server._folder + "/db", "-l", server._folder + "/log", "-w", "-t", "600", "-o", $"-c listen_addresses='' -k {server._folder} -c fsync=off -c max_connections=300", "start");
        await server.ExecuteAsync("CREATE ROLE mentorcloud LOGIN CREATEROLE NOSUPERUSER NOBYPASSRLS");
        await server.ExecuteAsync("CREATE DATABASE accounts OWNER mentorcloud");
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await RunAsync("pg_ctl", "-D", _folder + "/db", "-m", "immediate", "-w", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private static string? Binaries() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => version + "/bin").FirstOrDefault(bin => File.Exists(bin + "/initdb"))
        : null;

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection($"Host={_folder};Username=postgres;Database=postgres;Pooling=False");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private Task RunAsync(string program, params string[] arguments) => Environment.IsPrivilegedProcess
        ? ShellAsync("runuser", ["-u", "postgres", "--", $"{_binaries}/{program}", .. arguments])
        : ShellAsync($"{_binaries}/{program}", arguments);

    private static async Task ShellAsync(string program, params string[] arguments)
    {
        // Output goes nowhere: a server that inherits our pipes would keep them open.
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1", program, .. arguments])
        {
            WorkingDirectory = "/",
        })!;
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}");
    }
}
