using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Npgsql;

namespace MentorCloud.Identity.Store;

/// <summary>Brings the schema up to date in one transaction, and refuses what a newer program wrote.</summary>
internal static class SchemaMigration
{
    /// <summary>Any number that no other program locks by: two servers that start together migrate one after the other.</summary>
    private const string PostgresLock = "SELECT pg_advisory_xact_lock(5084021)";

    public static async Task RunAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        // On PostgreSQL the lock lets one in at a time, and each statement must see what the one before committed.
        var isolation = connection is NpgsqlConnection ? IsolationLevel.ReadCommitted : IsolationLevel.Serializable;
        await using var transaction = await connection.BeginTransactionAsync(isolation, cancellationToken);
        var run = new Statements(connection, transaction);
        if (connection is NpgsqlConnection)
        {
            await run.ExecuteAsync(PostgresLock, cancellationToken);
            await run.ExecuteAsync($"CREATE SCHEMA IF NOT EXISTS {RowPolicies.Schema}", cancellationToken);
        }

        await run.ExecuteAsync("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)", cancellationToken);
        var present = await run.NumberAsync("SELECT COALESCE(MAX(version), 0) FROM schema_version", cancellationToken);
        if (present > SchemaSteps.Newest)
        {
            throw new AccountsStoreException(
                $"The accounts have schema {present}; this program knows {SchemaSteps.Newest}. Start the newer MentorCloud that wrote them, or restore a backup from before its upgrade.",
                AccountsStoreFault.Newer);
        }

        foreach (var step in SchemaSteps.All.Where(step => step.Number > present))
        {
            await run.ExecuteAsync(step.Sql, cancellationToken);
            await run.ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"INSERT INTO schema_version VALUES ({step.Number})"), cancellationToken);
        }

        if (connection is NpgsqlConnection)
        {
            await run.ExecuteAsync(RowPolicies.Sql, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private sealed class Statements(DbConnection connection, DbTransaction transaction)
    {
        public async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
        {
            await using var command = Command(sql);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        public async Task<int> NumberAsync(string sql, CancellationToken cancellationToken)
        {
            await using var command = Command(sql);
            return Convert.ToInt32(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
        }

        [SuppressMessage("Security", "CA2100", Justification = "Every statement is a constant of this program.")]
        private DbCommand Command(string sql)
        {
            var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = sql;
            return command;
        }
    }
}
