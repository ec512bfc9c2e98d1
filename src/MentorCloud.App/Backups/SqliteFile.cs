using System.Security.Cryptography;
using MentorCloud.App.Hosting;
using Microsoft.Data.Sqlite;

namespace MentorCloud.App.Backups;

/// <summary>A database file as backup and verification see it, whatever is in it.</summary>
internal static class SqliteFile
{
    private const int MostProblems = 100;
    private const int ReadOnly = 8, CannotOpen = 14;

    /// <summary>Opens the file; it must exist.</summary>
    /// <exception cref="OperatorException">It cannot be opened.</exception>
    public static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file, Mode = mode, Pooling = false, DefaultTimeout = 60,
        }.ToString());
        try
        {
            connection.Open();
            Execute(connection, "PRAGMA busy_timeout = 30000");
            return connection;
        }
        catch (SqliteException exception)
        {
            connection.Dispose();
            throw OperatorException.Of(file, exception);
        }
    }

#pragma warning disable CA2100 // Every statement is a constant of this program.
    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() as long? ?? 0;
    }
#pragma warning restore CA2100

    /// <summary>Tells a file that is not to be read here from a damaged one: SQLite makes files beside the one that it reads.</summary>
    /// <exception cref="OperatorException">The folder's rights do not let it.</exception>
    public static void RequireReadable(string file)
    {
        try
        {
            using var connection = Open(file, SqliteOpenMode.ReadOnly);
            Number(connection, "SELECT count(*) FROM sqlite_schema");
        }
        catch (Exception exception) when (exception is SqliteException or OperatorException)
        {
            var cause = exception as SqliteException ?? exception.InnerException as SqliteException;
            if (cause?.SqliteErrorCode is ReadOnly or CannotOpen)
            {
                throw new OperatorException(
                    ExitCodes.FolderUnwritable,
                    $"{file} cannot be read in a folder that this account cannot write to. Run the command as the account that runs MentorCloud, or on a copy.",
                    exception);
            }
        }
    }

    /// <summary>SQLite's own check of every page and index; none when the file is sound.</summary>
    public static IReadOnlyList<string> Problems(string file)
    {
        try
        {
            using var connection = Open(file, SqliteOpenMode.ReadOnly);
            using var command = connection.CreateCommand();
            command.CommandText = FormattableString.Invariant($"PRAGMA integrity_check({MostProblems})");
            using var reader = command.ExecuteReader();
            var problems = new List<string>();
            while (reader.Read())
            {
                if (reader.GetString(0) is var line && line != "ok")
                {
                    problems.Add($"{Path.GetFileName(file)}: {line}");
                }
            }

            return problems;
        }
        catch (Exception exception) when (exception is SqliteException or OperatorException)
        {
            return [$"{Path.GetFileName(file)} cannot be read: {exception.Message}"];
        }
    }

    /// <summary>The file's SHA-256 in lower-case hexadecimal.</summary>
    public static async Task<string> Sha256Async(string file, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
    }

    /// <summary>Waits until the file's bytes are on disk.</summary>
    public static void Flush(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        stream.Flush(flushToDisk: true);
    }
}
