using MentorCloud.Contracts.Audit;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Gateway.Ids;

namespace MentorCloud.Integration.Tests.Clocked;

/// <summary>What the demo tenant's audit log says.</summary>
internal static class AuditTrail
{
    /// <summary>Everything that was noted so far, in order.</summary>
    public static async Task<List<AuditEntry>> ReadAsync(ClockedServer server)
    {
        GlobalId.TryRead<TenantId>(server.Demo.Id, "Tenant", out var tenant);
        var log = (IAuditLog)server.Services.GetService(typeof(IAuditLog))!;
        var entries = new List<AuditEntry>();
        for (long after = 0; await log.ReadAsync(tenant, after, 1000, CancellationToken.None) is { Count: > 0 } page; after = page[^1].Number)
        {
            entries.AddRange(page.Select(record => record.Entry));
        }

        return entries;
    }

    /// <summary>What was noted about a person, in order.</summary>
    public static async Task<List<string>> ActionsOnAsync(ClockedServer server, Person subject) =>
        [.. (await ReadAsync(server)).Where(entry => entry.Person is { } person && subject.Id == GlobalId.Of("Participant", person)).Select(entry => entry.Action)];
}
