using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Storage.Sql;

/// <summary>Whose rows a session may touch; on PostgreSQL the server enforces it (docs/adr/0043).</summary>
internal readonly record struct TenantScope
{
    private readonly string? value;

    private TenantScope(string value) => this.value = value;

    /// <summary>
    /// No single tenant: the feed and the lookup by slug, which the policies of those two tables alone let through, and
    /// tables without a tenant.
    /// </summary>
    public static TenantScope All { get; } = new("*");

    /// <summary>What PostgreSQL's policies compare with; nobody's when the scope was forgotten.</summary>
    public string Setting => value ?? string.Empty;

    public static implicit operator TenantScope(TenantId tenant) => new(tenant.ToString());
}
