using System.Diagnostics.CodeAnalysis;
using MentorCloud.Identity.Store;
using Npgsql;

namespace MentorCloud.Identity.Tests.Store.Isolation;

/// <summary>The accounts' tables as PostgreSQL's catalogue lists them, with a made-up row of one tenant in each.</summary>
[SuppressMessage("Security", "CA2100", Justification = "Names come from the catalogue.")]
internal sealed class AccountTables : IAsyncDisposable
{
    /// <summary>Every number and moment in the rows.</summary>
    public const long Moment = 1_000;

    private readonly NpgsqlConnection _owner;
    private readonly NpgsqlConnection _request;
    private readonly Dictionary<string, List<(string Name, bool IsText)>> _columns = [];

    private AccountTables(NpgsqlConnection owner, NpgsqlConnection request) => (_owner, _request) = (owner, request);

    /// <summary>Every table but the one that holds the schema's number, in their names' order.</summary>
    public IEnumerable<string> Names => _columns.Keys;

    public static async Task<AccountTables> OpenAsync(string connection)
    {
        var way = new NpgsqlConnectionStringBuilder(connection) { Pooling = false, SearchPath = RowPolicies.Schema };
        var owner = new NpgsqlConnection(way.ToString());
        way.Options = $"-c role={RowPolicies.Role}";
        var tables = new AccountTables(owner, new NpgsqlConnection(way.ToString()));
        await tables._owner.OpenAsync();
        await tables._request.OpenAsync();
        foreach (var column in await ListAsync(owner, $"SELECT concat_ws(' ', table_name, column_name, data_type = 'text') FROM information_schema.columns WHERE table_schema = '{RowPolicies.Schema}' AND table_name <> 'schema_version' ORDER BY table_name COLLATE \"C\", ordinal_position"))
        {
            var parts = column.Split(' ');
            if (!tables._columns.TryGetValue(parts[0], out var columns))
            {
                tables._columns.Add(parts[0], columns = []);
            }

            columns.Add((parts[1], parts[2] == "t"));
        }

        return tables;
    }

    public bool HasTenant(string table) => _columns[table].Exists(column => column.Name == "tenant");

    public async Task FillAsync(string tenant)
    {
        foreach (var table in Names)
        {
            await ExecuteAsync(_owner, Insert(table, tenant));
        }
    }

    public Task<List<string>> WithoutPolicyAsync() => ListAsync(
        _owner,
        $"SELECT relname FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = '{RowPolicies.Schema}'::regnamespace AND NOT (c.relrowsecurity AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'own_rows'))");

    public Task<List<string>> RightsOfRoleAsync() =>
        ListAsync(_owner, $"SELECT concat_ws(' ', rolsuper, rolbypassrls, rolcreaterole) FROM pg_roles WHERE rolname = '{RowPolicies.Role}'");

    /// <summary>The tables of which a session with the scope sees a row.</summary>
    public async Task<List<string>> SeenByAsync(AccountsScope scope)
    {
        await EnterAsync(scope);
        var seen = new List<string>();
        foreach (var table in Names)
        {
            if (await ListAsync(_request, $"SELECT 'seen' FROM {table}") is { Count: > 0 })
            {
                seen.Add(table);
            }
        }

        return seen;
    }

    public async Task<int> DeleteAsync(string table, AccountsScope scope)
    {
        await EnterAsync(scope);
        return await ExecuteAsync(_request, $"DELETE FROM {table}");
    }

    /// <summary>The SQLSTATE of the refusal; null when the row was taken.</summary>
    public async Task<string?> RefusalOfInsertAsync(string table, string tenant, AccountsScope scope)
    {
        await EnterAsync(scope);
        try
        {
            await ExecuteAsync(_request, Insert(table, tenant));
            return null;
        }
        catch (PostgresException exception)
        {
            return exception.SqlState;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _owner.DisposeAsync();
        await _request.DisposeAsync();
    }

    private string Insert(string table, string tenant) =>
        $"INSERT INTO {table} ({string.Join(", ", _columns[table].Select(column => column.Name))}) VALUES ({string.Join(", ", _columns[table].Select(column => column.Name == "tenant" ? $"'{tenant}'" : column.IsText ? "'x'" : $"{Moment}"))})";

    private async Task EnterAsync(AccountsScope scope)
    {
        await using var command = new NpgsqlCommand("SELECT set_config('mentorcloud.tenant', $1, false)", _request);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = scope.Setting });
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<int> ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteNonQueryAsync();
    }

    private static async Task<List<string>> ListAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
