using System.Text.Encodings.Web;
using System.Text.Json;
using MentorCloud.Contracts.Audit;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.App.Audit;

/// <summary>
/// A tenant's audit log as JSON Lines: one object a line, everything that a record's hash is made of and the hash itself, so
/// that the chain can be checked from the file alone (docs/security.md).
/// </summary>
internal static class AuditLines
{
    private const int AtOnce = 1000;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes what there is, page by page, and gives the number of lines.</summary>
    public static async Task<long> WriteAsync(IAuditLog log, TenantId tenant, Stream to, CancellationToken cancellationToken)
    {
        long written = 0;
        while (await log.ReadAsync(tenant, written, AtOnce, cancellationToken) is { Count: > 0 } page)
        {
            using var lines = new MemoryStream();
            foreach (var record in page)
            {
                JsonSerializer.Serialize(lines, Line(record), Json);
                lines.WriteByte((byte)'\n');
            }

            lines.Position = 0;
            await lines.CopyToAsync(to, cancellationToken);
            written = page[^1].Number;
        }

        return written;
    }

    private static object Line(AuditRecord record) => new
    {
        record.Number,
        record.Entry.At,
        record.Entry.Actor,
        record.Entry.Action,
        record.Entry.Subject,
        Person = record.Entry.Person?.ToString(),
        record.Entry.Detail,
        record.Hash,
    };
}
