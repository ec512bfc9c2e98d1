using System.Data.Common;
using System.Text.Json;

namespace MentorCloud.Storage.Transfer;

/// <summary>A table whose rows of one tenant travel, and how its columns are written.</summary>
/// <param name="Kind">What its lines are called.</param>
/// <param name="Table">The table.</param>
/// <param name="Order">The column that its rows are read in order of; no two of a tenant have the same value there.</param>
/// <param name="Columns">The columns but the tenant; t text, n number, b bytes.</param>
internal sealed record TransferTable(string Kind, string Table, string Order, params (string Name, char Type)[] Columns)
{
    public static readonly TransferTable Audit = new(
        "audit", "audit", "number",
        ("number", 'n'), ("at", 'n'), ("actor", 't'), ("action", 't'), ("subject", 't'), ("person", 't'), ("detail", 't'), ("hash", 't'));

    public static readonly TransferTable AuditHead = new("auditHead", "audit_heads", "number", ("number", 'n'), ("hash", 't'));

    public static readonly TransferTable TenantKey = new("tenantKey", "tenant_keys", "created_at", ("wrapped", 'b'), ("created_at", 'n'));

    public static readonly TransferTable PersonKey = new(
        "personKey", "person_keys", "id", ("id", 't'), ("person", 't'), ("wrapped", 'b'), ("created_at", 'n'));

    public static readonly TransferTable Position = new(
        "position", "grain_positions", "grain", ("grain", 't'), ("sequence", 'n'), ("rows_sequence", 'n'));

    public static IReadOnlyList<TransferTable> All { get; } = [Audit, AuditHead, TenantKey, PersonKey, Position];

    public string Names => string.Join(", ", Columns.Select(column => column.Name));

    /// <summary>Adds a row that is not there yet; one that an import left that was cut off is passed over.</summary>
    public string Insert =>
        $"INSERT INTO {Table} (tenant, {Names}) VALUES (@tenant, {string.Join(", ", Columns.Select(column => "@" + column.Name))}) ON CONFLICT DO NOTHING";

    public TransferLine Read(DbDataReader reader) => new(Kind, [.. Columns.Select((column, index) => Write(reader, column.Type, index))]);

    /// <summary>Where a line of this table stands in the order.</summary>
    public object? PlaceOf(TransferLine line)
    {
        var index = Array.FindIndex(Columns, column => column.Name == Order);
        return Value(line.Values[index], Columns[index].Type);
    }

    /// <exception cref="FormatException">The line is not one of this table.</exception>
    public (string, object?)[] Arguments(TransferLine line)
    {
        if (line.Values.Count != Columns.Length) throw new FormatException($"A line of {Kind} has {Columns.Length} values.");
        return [.. Columns.Select((column, index) => ("@" + column.Name, Value(line.Values[index], column.Type)))];
    }

    private static JsonElement Write(DbDataReader reader, char type, int index) => reader.IsDBNull(index)
        ? JsonSerializer.SerializeToElement<string?>(null)
        : type switch
        {
            'n' => JsonSerializer.SerializeToElement(reader.GetInt64(index)),
            'b' => JsonSerializer.SerializeToElement(reader.GetFieldValue<byte[]>(index)),
            _ => JsonSerializer.SerializeToElement(reader.GetString(index)),
        };

    private static object? Value(JsonElement value, char type) => type switch
    {
        _ when value.ValueKind == JsonValueKind.Null => null,
        'n' => value.GetInt64(),
        'b' => value.GetBytesFromBase64(),
        _ => value.GetString(),
    };
}
