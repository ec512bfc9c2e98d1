using System.Diagnostics.CodeAnalysis;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Identity.Text;

/// <summary>A secret that names its tenant, so that even what arrives without a login is looked up tenant first: <c>tenant.secret</c>.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Secret">43 URL-safe characters.</param>
internal sealed record TenantSecret(TenantId Tenant, string Secret)
{
    private const int SecretLength = 43;

    public string Hash => Secrets.Hash(Secret);

    public static TenantSecret New(TenantId tenant) => new(tenant, Secrets.New());

    public static bool TryRead(string? text, [NotNullWhen(true)] out TenantSecret? secret)
    {
        secret = null;
        if (text is not { Length: EntityId.TextLength + 1 + SecretLength } || text[EntityId.TextLength] != '.'
            || !EntityId.TryParse<TenantId>(text[..EntityId.TextLength], out var tenant))
        {
            return false;
        }

        secret = new TenantSecret(tenant, text[(EntityId.TextLength + 1)..]);
        return true;
    }

    public override string ToString() => $"{Tenant}.{Secret}";
}
