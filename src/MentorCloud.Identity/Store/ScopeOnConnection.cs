using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace MentorCloud.Identity.Store;

/// <summary>Names the context's scope to the server's row policies, before the first statement of each connection that it takes.</summary>
internal sealed class ScopeOnConnection : DbConnectionInterceptor
{
    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = new NpgsqlCommand("SELECT set_config('mentorcloud.tenant', $1, false)", (NpgsqlConnection)connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = ((AccountsContext)eventData.Context!).Scope.Setting });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
