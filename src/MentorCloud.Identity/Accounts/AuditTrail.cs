using MentorCloud.Contracts.Accounts;
using MentorCloud.Contracts.Audit;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Identity.Accounts;

/// <summary>Writes what happens to accounts, clients and sessions into the tenant's audit log.</summary>
internal sealed class AuditTrail(IAuditLog log, TimeProvider time)
{
    public Task AppendAsync(Actor by, Account account, string action, CancellationToken cancellationToken, string? detail = null) =>
        AppendAsync(by, account.Tenant, action, $"Account/{account.Tenant}/{account.Id}", cancellationToken, account.Participant, detail);

    public Task AppendAsync(Actor by, MachineClient client, string action, CancellationToken cancellationToken) =>
        AppendAsync(by, client.Tenant, action, $"Client/{client.Tenant}/{client.ClientId}", cancellationToken);

    public Task AppendAsync(Actor by, TenantId tenant, string action, CancellationToken cancellationToken, string? detail = null) =>
        AppendAsync(by, tenant, action, $"Tenant/{tenant}/{tenant}", cancellationToken, null, detail);

    private Task AppendAsync(
        Actor by, TenantId tenant, string action, string subject, CancellationToken cancellationToken,
        ParticipantId? person = null, string? detail = null) =>
        log.AppendAsync(tenant, new AuditEntry(time.GetUtcNow(), by.ToString(), action, subject, person, detail), cancellationToken);
}
