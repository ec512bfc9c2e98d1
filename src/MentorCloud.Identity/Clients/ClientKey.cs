using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Identity.Clients;

/// <summary>A client id that names its tenant, so that a token request is looked up tenant first: <c>mc_tenant_client</c>.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Client">A UUIDv7: clients sort by the time they were made.</param>
internal readonly record struct ClientKey(TenantId Tenant, Guid Client)
{
    private const string Prefix = "mc_";

    public static ClientKey New(TenantId tenant, DateTimeOffset now) => new(tenant, Guid.CreateVersion7(now));

    public static bool TryRead(string? text, out ClientKey key)
    {
        key = default;
        if (text is null || text.Length != Prefix.Length + (2 * EntityId.TextLength) + 1
            || !text.StartsWith(Prefix, StringComparison.Ordinal) || text[Prefix.Length + EntityId.TextLength] != '_'
            || !EntityId.TryParse<TenantId>(text.Substring(Prefix.Length, EntityId.TextLength), out var tenant)
            || !EntityId.TryParse<CommandId>(text[^EntityId.TextLength..], out var client))
        {
            return false;
        }

        key = new ClientKey(tenant, client.Value);
        return true;
    }

    public override string ToString() => $"{Prefix}{Tenant}_{Client:N}";
}
