using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

[assembly: AssemblyFixture(typeof(MentorCloud.Storage.Tests.Fixtures.PostgreSqlServer))]

namespace MentorCloud.Storage.Tests.Fixtures;

/// <summary>A real PostgreSQL server in a temporary folder, started at first use and stopped at the end of the run.</summary>
public sealed class PostgreSqlServer : IAsyncDisposable
{
    private const string Missing = "NOT RUN: install postgresql-15";
    private const string Quick = "-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_wal_size=64MB -c autovacuum=off";
    private readonly Lazy<Task<string?>> started;
    private string? folder;
    private string? binaries;
    private readonly ConcurrentBag<string> free = [];
    private int databases;

    public PostgreSqlServer() => started = new(StartAsync);

    /// <summary>An empty database owned by a login that is no superuser; skips the test where there is no PostgreSQL.</summary>
    public async Task<PostgreSqlDatabase> CreateDatabaseAsync()
    {
        var server = await started.Value;
        if (server is null) Assert.Skip(Missing);
        if (!free.TryTake(out var name))
        {
            name = string.Create(CultureInfo.InvariantCulture, $"test{Interlocked.Increment(ref databases)}");
            await ExecuteAsync("postgres", $"CREATE DATABASE {name} OWNER mentorcloud");
        }

        return new($"{server};Username=mentorcloud;Database={name}", () => ReturnAsync(name));
    }

    public async ValueTask DisposeAsync()
    {
        if (folder is null) return;
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
        await RunAsync("pg_ctl", "-D", folder + "/db", "-l", folder + "/log", "-w", "-t", "600", "-o", $"-c listen_addresses='' -k {folder} {Quick} -c max_connections=200", "start");
        await ExecuteAsync("postgres", "CREATE ROLE mentorcloud LOGIN CREATEROLE NOSUPERUSER NOBYPASSRLS");
        return $"Host={folder}";
    }

    // Emptied and given to the next test: a new database costs megabytes of writing, a new schema next to nothing.
    private async ValueTask ReturnAsync(string name)
    {
        await ExecuteAsync(name, "DROP SCHEMA public CASCADE; CREATE SCHEMA public AUTHORIZATION pg_database_owner; GRANT USAGE ON SCHEMA public TO PUBLIC");
        free.Add(name);
    }

    private async Task ExecuteAsync(string database, string sql)
    {
        await using var connection = new Npgsql.NpgsqlConnection($"Host={folder};Username=postgres;Database={database};Pooling=False");
        await connection.OpenAsync();
        await using var command = new Npgsql.NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
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
