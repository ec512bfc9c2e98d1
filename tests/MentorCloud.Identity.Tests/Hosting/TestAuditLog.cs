using System.Collections.Concurrent;
using MentorCloud.Contracts.Audit;
using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Identity.Tests.Hosting;

/// <summary>An audit log in memory.</summary>
internal sealed class TestAuditLog : IAuditLog
{
    private readonly ConcurrentQueue<(TenantId Tenant, AuditEntry Entry)> _entries = new();

    public IEnumerable<AuditEntry> Of(TenantId tenant) => _entries.Where(line => line.Tenant == tenant).Select(line => line.Entry);

    public Task AppendAllAsync(TenantId tenant, IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken)
    {
        foreach (var entry in entries)
        {
            _entries.Enqueue((tenant, entry));
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<AuditRecord>> ReadAsync(TenantId tenant, long after, int most, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<AuditRecord>>([]);

    public Task<Page<AuditRecord>> PageAsync(TenantId tenant, AuditFilter filter, PageRequest page, CancellationToken cancellationToken) =>
        Task.FromResult(new Page<AuditRecord>([], false, false, 0));

    public Task<long?> FirstAlteredAsync(TenantId tenant, CancellationToken cancellationToken) => Task.FromResult<long?>(null);
}
