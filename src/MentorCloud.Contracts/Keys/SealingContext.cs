using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Contracts.Keys;

/// <summary>Where a confided text stands. It is authenticated with the text, so that no sealed text can be moved elsewhere.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Grain">The grain: <c>Pairing/{tenant}/{id}</c>.</param>
/// <param name="Field">The field: <c>checkIn.note</c>.</param>
public sealed record SealingContext(TenantId Tenant, string Grain, string Field);
