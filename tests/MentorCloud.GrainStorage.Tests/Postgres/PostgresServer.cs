using System.Diagnostics;
using System.Globalization;
using MentorCloud.Testing;

namespace MentorCloud.GrainStorage.Tests.Postgres;

/// <summary>A real PostgreSQL server in a temporary folder, started from the installed binaries as an unprivileged user and shared by the tests.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private const string Missing = "NOT RUN: PostgreSQL is not installed; apt-get install postgresql-15.";

    private string? _binaries;
    private string _data = string.Empty;
    private int _port;
    private int _databases;

    public async ValueTask InitializeAsync()
    {
        _binaries = FindBinaries();
        if (_binaries is null)
            return;
        _data = Directory.CreateTempSubdirectory("mentorcloud-pg-").FullName;
        _port = FreePort.Find();
        if (Environment.IsPrivilegedProcess)
            await RunAsync("chown", ["postgres", _data]);
        await ServerToolAsync("initdb", ["-D", Path.Combine(_data, "db"), "-U", "mentor", "--auth=trust", "--encoding=UTF8", "--locale=C"]);
        await ServerToolAsync("pg_ctl", ["-D", Path.Combine(_data, "db"), "-w", "-t", "600", "-l", Path.Combine(_data, "log"), "-o",
            string.Create(CultureInfo.InvariantCulture, $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={_data}"), "start"]);
    }

    /// <summary>The connection string of a fresh database; skips the test where there is no server.</summary>
    internal async Task<string> CreateDatabaseAsync()
    {
        if (_binaries is null)
            Assert.Skip(Missing);
        var name = string.Create(CultureInfo.InvariantCulture, $"grains{Interlocked.Increment(ref _databases)}");
        await using var source = Npgsql.NpgsqlDataSource.Create(Connection("postgres"));
#pragma warning disable CA2100 // The name is the line above.
        await using var command = source.CreateCommand($"CREATE DATABASE {name}");
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
        return Connection(name);
    }

    public async ValueTask DisposeAsync()
    {
        if (_binaries is null)
            return;
        await ServerToolAsync("pg_ctl", ["-D", Path.Combine(_data, "db"), "-m", "immediate", "stop"]);
        Directory.Delete(_data, recursive: true);
    }

    private static string? FindBinaries() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin"))
            .FirstOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")))
        : null;

    private static async Task RunAsync(string program, IEnumerable<string> arguments)
    {
        // Output goes nowhere: a server that inherits a pipe keeps it open, and on ours the results of tests are told, a line each.
        using var process = Process.Start(
            new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1", program, .. arguments]) { WorkingDirectory = "/" })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }

    private string Connection(string database) =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={_port};Username=mentor;Database={database};Maximum Pool Size=20");

    /// <summary>PostgreSQL refuses to run as root, so there it runs as the user that its package made.</summary>
    private Task ServerToolAsync(string tool, string[] arguments)
    {
        var program = Path.Combine(_binaries!, tool);
        return Environment.IsPrivilegedProcess
            ? RunAsync("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", program, .. arguments])
            : RunAsync(program, arguments);
    }
}
