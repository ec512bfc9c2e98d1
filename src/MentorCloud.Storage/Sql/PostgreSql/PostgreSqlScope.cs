using Npgsql;

namespace MentorCloud.Storage.Sql.PostgreSql;

/// <summary>Names the tenant to the server's row policies, until the transaction ends.</summary>
internal static class PostgreSqlScope
{
    public static async Task EnterAsync(NpgsqlConnection connection, TenantScope scope, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT set_config('mentorcloud.tenant', $1, true)", connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = scope.Setting });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
