using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Contracts.Facts;

/// <summary>Takes what grains have to tell, durably: views, audit log and the feed in one transaction.</summary>
public interface IFactPublisher
{
    /// <summary>
    /// Publishes a grain's unpublished entries. Entries published before are passed over, so repeating is safe. Entries
    /// of one grain are applied in order; many grains' entries share one transaction.
    /// </summary>
    /// <param name="tenant">The grain's tenant.</param>
    /// <param name="grain">The grain: <c>Pairing/{tenant}/{id}</c>.</param>
    /// <param name="entries">In order of sequence, at least one.</param>
    /// <param name="cancellationToken">Gives up waiting; the entries may be published all the same.</param>
    /// <returns>Completes when the entries are durable.</returns>
    Task PublishAsync(TenantId tenant, string grain, IReadOnlyList<OutboxEntry> entries, CancellationToken cancellationToken);
}
