using System.Data.Common;
using System.Globalization;
using MentorCloud.App.Backups;
using MentorCloud.App.Hosting;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace MentorCloud.App.Stats;

/// <summary>Counts accounts where they are stored.</summary>
internal static class AccountCount
{
    public static async Task<AccountFigures> OfAsync(MentorCloudOptions options, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (options.PostgreSql is null)
        {
            await using var file = SqliteFile.Open(Path.Combine(options.DataFolder, DataFiles.Accounts), SqliteOpenMode.ReadOnly);
            return await OfAsync(file, string.Empty, now, cancellationToken);
        }

        await using var database = new NpgsqlConnection(options.PostgreSql);
        await database.OpenAsync(cancellationToken);
        return await OfAsync(database, "identity.", now, cancellationToken);
    }

    private static async Task<AccountFigures> OfAsync(DbConnection accounts, string schema, DateTimeOffset now, CancellationToken cancellationToken) => new(
        await NumberAsync(accounts, $"SELECT COUNT(*) FROM {schema}accounts WHERE closed_at IS NULL", cancellationToken),
        await NumberAsync(accounts, $"SELECT COUNT(*) FROM {schema}clients WHERE revoked_at IS NULL", cancellationToken),
        await NumberAsync(accounts, FormattableString.Invariant(
            $"SELECT COUNT(*) FROM {schema}sessions WHERE revoked_at IS NULL AND expires_at > {now.ToUnixTimeMilliseconds()}"), cancellationToken));

#pragma warning disable CA2100 // Every statement is a constant of this program.
    private static async Task<long> NumberAsync(DbConnection accounts, string sql, CancellationToken cancellationToken)
    {
        await using var command = accounts.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
    }
#pragma warning restore CA2100
}
