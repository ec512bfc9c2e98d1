namespace MentorCloud.Gateway.Tenants.BreakGlass;

/// <summary>The input of the same name.</summary>
internal sealed record TenantEndBreakGlassInput(string IdempotencyKey, int Number);
