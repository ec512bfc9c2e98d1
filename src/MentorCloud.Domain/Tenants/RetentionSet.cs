using MentorCloud.Domain.Facts;

namespace MentorCloud.Domain.Tenants;

/// <summary>The tenant has another retention time.</summary>
/// <param name="Days">Days after a pairing's end at which its texts are forgotten; null for never.</param>
public sealed record RetentionSet(int? Days) : Fact;
