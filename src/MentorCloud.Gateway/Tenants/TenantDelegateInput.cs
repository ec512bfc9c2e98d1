namespace MentorCloud.Gateway.Tenants;

/// <summary>The input of the same name.</summary>
internal sealed record TenantDelegateInput(string IdempotencyKey, string Account, IReadOnlyList<string>? Cohorts);
