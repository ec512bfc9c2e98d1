using System.Diagnostics;
using System.Globalization;

[assembly: AssemblyFixture(typeof(MentorCloud.Storage.Tests.Fixtures.PostgreSqlServer))]

namespace MentorCloud.Storage.Tests.Fixtures;

/// <summary>A real PostgreSQL server in a temporary folder, started at first use and stopped at the end of the run.</summary>
public sealed class PostgreSqlServer : IAsyncDisposable
{
    private const string Missing = "NOT RUN: install postgresql-15";
    private readonly Lazy<Task<string?>> started;
    private string? folder;
    private string? binaries;
    private int databases;

    public PostgreSqlServer() => started = new(StartAsync);

    /// <summary>Makes an empty database owned by a login that is no superuser; skips the test where there is no PostgreSQL.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var server = await started.Value;
        if (server is null) Assert.Skip(Missing);
        var name = string.Create(CultureInfo.InvariantCulture, $"test{Interlocked.Increment(ref databases)}");
        await using var connection = new Npgsql.NpgsqlConnection($"{server};Username=postgres;Database=postgres");
        await connection.OpenAsync();
        await using var command = new Npgsql.NpgsqlCommand($"CREATE DATABASE {name} OWNER mentorcloud", connection);
        await command.ExecuteNonQueryAsync();
        return $"{server};Username=mentorcloud;Database={name}";
    }

    public async ValueTask DisposeAsync()
    {
        if (folder is null) return;
        Npgsql.NpgsqlConnection.ClearAllPools();
        await RunAsync("pg_ctl", "-D", folder + "/db", "-m", "immediate", "-w", "stop");
        Directory.Delete(folder, recursive: true);
    }

    private async Task<string?> StartAsync()
    {
        binaries = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => version + "/bin")
                .Where(bin => File.Exists(bin + "/initdb")).OrderBy(bin => bin, StringComparer.Ordinal).LastOrDefault()
            : null;
        if (binaries is null)
        {
            Console.WriteLine(Missing);
            return null;
        }

        folder = Directory.CreateTempSubdirectory("mc-pg-").FullName;
        if (Environment.IsPrivilegedProcess) await Shell("chown", "postgres", folder);
        await RunAsync("initdb", "-D", folder + "/db", "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        await RunAsync("pg_ctl", "-D", folder + "/db", "-l", folder + "/log", "-w", "-o", $"-c listen_addresses='' -k {folder} -c fsync=off -c max_connections=200", "start");
        await using var connection = new Npgsql.NpgsqlConnection($"Host={folder};Username=postgres;Database=postgres");
        await connection.OpenAsync();
        await using var command = new Npgsql.NpgsqlCommand("CREATE ROLE mentorcloud LOGIN CREATEROLE NOSUPERUSER NOBYPASSRLS", connection);
        await command.ExecuteNonQueryAsync();
        return $"Host={folder}";
    }

    // PostgreSQL refuses to run as root.
    private Task RunAsync(string program, params string[] arguments) => Environment.IsPrivilegedProcess
        ? Shell("runuser", ["-u", "postgres", "--", $"{binaries}/{program}", .. arguments])
        : Shell($"{binaries}/{program}", arguments);

    private static async Task Shell(string program, params string[] arguments)
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
