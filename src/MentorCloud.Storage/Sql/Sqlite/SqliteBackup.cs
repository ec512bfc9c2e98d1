using MentorCloud.Storage.Failures;
using Microsoft.Data.Sqlite;

namespace MentorCloud.Storage.Sql.Sqlite;

/// <summary>SQLite's online backup and integrity check (https://www.sqlite.org/backup.html).</summary>
internal static class SqliteBackup
{
    public static void Copy(string file, string source, string copy)
    {
        if (File.Exists(copy)) throw new IOException($"{copy} exists already; name a file that does not.");
        var target = new SqliteConnectionStringBuilder { DataSource = copy, Pooling = false }.ToString();
        try
        {
            using var from = new SqliteConnection(source);
            using var to = new SqliteConnection(target);
            from.Open();
            to.Open();
            from.BackupDatabase(to);
        }
        catch (SqliteException exception)
        {
            throw SqliteFailures.Explain(exception, exception.SqliteErrorCode == 14 ? copy : file);
        }

        Check(copy, target);
    }

    public static void Check(string file, string connectionString)
    {
        try
        {
            using var connection = new SqliteConnection(connectionString);
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA integrity_check(1)";
            if (command.ExecuteScalar() is not "ok") throw new DatabaseDamagedException(file);
        }
        catch (SqliteException exception)
        {
            throw SqliteFailures.Explain(exception, file);
        }
    }
}
