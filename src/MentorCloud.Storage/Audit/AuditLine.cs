using System.Data.Common;
using MentorCloud.Contracts.Audit;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Storage.Sql;

namespace MentorCloud.Storage.Audit;

/// <summary>
/// A record exactly as its columns hold it. The verifier hashes this and not the entry read from it: what somebody altered
/// need not be an entry any more.
/// </summary>
internal sealed record AuditLine(long Number, long AtTicks, string Actor, string Action, string Subject, string? Person, string? Detail)
{
    public const string Columns = "number, at, actor, action, subject, person, detail, hash";

    public static AuditLine From(long number, AuditEntry entry) =>
        new(
            number, entry.At.UtcTicks, StorableText.Of(entry.Actor), StorableText.Of(entry.Action), StorableText.Of(entry.Subject),
            entry.Person?.ToString(), entry.Detail is null ? null : StorableText.Of(entry.Detail));

    public static (AuditLine Line, string Hash) Read(DbDataReader reader) => (
        new(reader.Long(0), reader.Long(1), reader.Text(2), reader.Text(3), reader.Text(4), reader.TextOrNull(5), reader.TextOrNull(6)),
        reader.Text(7));

    /// <summary>The entry; the instant and the person of an altered record are brought to ones that exist.</summary>
    public AuditEntry Entry() => new(
        new(Math.Clamp(AtTicks, 0, DateTimeOffset.MaxValue.Ticks), TimeSpan.Zero), Actor, Action, Subject,
        EntityId.TryParse<ParticipantId>(Person, out var person) ? person : null, Detail);
}
