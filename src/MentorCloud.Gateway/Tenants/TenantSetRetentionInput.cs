namespace MentorCloud.Gateway.Tenants;

/// <summary>The input of the same name.</summary>
internal sealed record TenantSetRetentionInput(string IdempotencyKey, int? Days);
