using MentorCloud.Storage.Failures;
using Microsoft.Data.Sqlite;

namespace MentorCloud.Storage.Sql.Sqlite;

/// <summary>SQLite's result codes (https://www.sqlite.org/rescode.html) in our words.</summary>
internal static class SqliteFailures
{
    private const int Perm = 3, ReadOnly = 8, IoError = 10, Corrupt = 11, Full = 13, CantOpen = 14, NotADatabase = 26;

    public static Exception Explain(Exception exception, string file) => exception is SqliteException sqlite
        ? sqlite.SqliteErrorCode switch
        {
            Corrupt or NotADatabase => new DatabaseDamagedException(file, sqlite),
            Perm or ReadOnly or CantOpen or Full or IoError => new StorageUnwritableException(file, sqlite),
            _ => sqlite,
        }
        : exception;
}
