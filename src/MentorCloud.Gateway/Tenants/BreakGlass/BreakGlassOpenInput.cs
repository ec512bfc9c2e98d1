namespace MentorCloud.Gateway.Tenants.BreakGlass;

/// <summary>The input of the same name.</summary>
internal sealed record BreakGlassOpenInput(string IdempotencyKey, string Slug, string Reason, int Minutes);
