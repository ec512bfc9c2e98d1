using MentorCloud.Storage.Failures;
using Npgsql;

namespace MentorCloud.Storage.Sql.PostgreSql;

/// <summary>PostgreSQL's error classes (https://www.postgresql.org/docs/15/errcodes-appendix.html) in our words.</summary>
internal static class PostgreSqlFailures
{
    public static Exception Explain(Exception exception, string server) => exception switch
    {
        PostgresException { SqlState: "XX001" or "XX002" } corrupt => new DatabaseDamagedException(server, corrupt),
        PostgresException { SqlState: ['5', '3', ..] or "25006" } full => new StorageUnwritableException(server, full),
        PostgresException { SqlState: ['2', '8', ..] or "3D000" or ['5', '7', ..] } refused => new StorageUnreachableException(server, refused),
        PostgresException => exception,
        NpgsqlException lost => new StorageUnreachableException(server, lost),
        _ => exception,
    };
}
