using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Contracts.Facts;

/// <summary>One published fact as the feed carries it.</summary>
/// <param name="Position">Place in the feed, over all grains; grows.</param>
/// <param name="Tenant">The tenant.</param>
/// <param name="Grain">The grain: <c>Pairing/{tenant}/{id}</c>.</param>
/// <param name="Sequence">The outbox entry's sequence.</param>
/// <param name="At">When it was committed, UTC.</param>
/// <param name="Actor">In whose name.</param>
/// <param name="Fact">What happened.</param>
public sealed record FactRecord(
    long Position, TenantId Tenant, string Grain, long Sequence, DateTimeOffset At, string Actor, Fact Fact);
