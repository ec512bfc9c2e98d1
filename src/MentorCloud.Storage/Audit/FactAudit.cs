using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MentorCloud.Contracts.Audit;
using MentorCloud.Contracts.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Storage.Audit;

/// <summary>
/// A published fact as the audit log keeps it: by reference and fingerprint. The log outlives an erasure, so it must not
/// repeat a person's data; the fingerprint still proves that the fact in the feed was not altered.
/// </summary>
internal static class FactAudit
{
    public static AuditEntry Entry(string grain, OutboxEntry entry, string type, string json)
    {
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
        var detail = string.Create(CultureInfo.InvariantCulture, $$"""{"sequence":{{entry.Sequence}},"factSha256":"{{fingerprint}}"}""");
        return new(entry.At, entry.Actor, type, grain, PersonOf(grain), detail);
    }

    private static ParticipantId? PersonOf(string grain) =>
        grain.Split('/') is ["Participant", _, var id] && EntityId.TryParse<ParticipantId>(id, out var person) ? person : null;
}
