using System.Data.Common;
using System.Globalization;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Storage.Sql;

/// <summary>How values stand in columns: ids in compact form, instants as UTC ticks of 100 ns, enums by name, days as yyyy-MM-dd.</summary>
internal static class ColumnReading
{
    public static object Column(this DateTimeOffset instant) => instant.UtcTicks;

    public static object? Column(this DateTimeOffset? instant) => instant?.UtcTicks;

    public static object? Column(this DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static TId Id<TId>(this DbDataReader reader, int column)
        where TId : struct, IEntityId<TId> => EntityId.Parse<TId>(reader.GetString(column));

    public static string Text(this DbDataReader reader, int column) => reader.GetString(column);

    public static string? TextOrNull(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public static int Number(this DbDataReader reader, int column) => checked((int)reader.GetInt64(column));

    public static long Long(this DbDataReader reader, int column) => reader.GetInt64(column);

    public static byte[] Bytes(this DbDataReader reader, int column) => reader.GetFieldValue<byte[]>(column);

    public static DateTimeOffset Instant(this DbDataReader reader, int column) => new(reader.GetInt64(column), TimeSpan.Zero);

    public static DateTimeOffset? InstantOrNull(this DbDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.Instant(column);

    public static DateOnly? DayOrNull(this DbDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : DateOnly.ParseExact(reader.GetString(column), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static TEnum Name<TEnum>(this DbDataReader reader, int column)
        where TEnum : struct, Enum => Enum.Parse<TEnum>(reader.GetString(column));
}
