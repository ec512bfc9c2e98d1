using System.Security.Cryptography;
using MentorCloud.Contracts.Keys;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Storage.Sql;

namespace MentorCloud.Storage.Keys;

/// <summary>Tenant keys under a new master key. The old wrappings are scrubbed, so that the old key opens nothing of this file.</summary>
internal sealed class TenantKeyChange(SqlStore store) : IMasterKeyChange
{
    public async Task<int> RewrapAsync(IMasterKey before, IMasterKey after, CancellationToken cancellationToken)
    {
        var count = await store.MaintainAsync(session => RewrapAsync(session, before, after, cancellationToken), cancellationToken);
        await store.ScrubAsync(cancellationToken);
        return count;
    }

    private static async Task<int> RewrapAsync(SqlSession session, IMasterKey before, IMasterKey after, CancellationToken cancellationToken)
    {
        var count = 0;
        var keys = await session.ListAsync("SELECT tenant, wrapped FROM tenant_keys", reader => (Tenant: reader.Id<TenantId>(0), Wrapped: reader.Bytes(1)), cancellationToken);
        foreach (var (tenant, wrapped) in keys)
        {
            var context = KeyTables.MasterContext(tenant);
            if (await OpensAsync(after, wrapped, context, cancellationToken)) continue;
            var plain = await before.UnwrapAsync(wrapped, context, cancellationToken);
            count += await session.ExecuteAsync(
                "UPDATE tenant_keys SET wrapped = @wrapped WHERE tenant = @tenant", cancellationToken,
                ("@wrapped", await after.WrapAsync(plain, context, cancellationToken)), ("@tenant", tenant.ToString()));
            CryptographicOperations.ZeroMemory(plain);
        }

        return count;
    }

    private static async Task<bool> OpensAsync(IMasterKey key, byte[] wrapped, string context, CancellationToken cancellationToken)
    {
        try
        {
            CryptographicOperations.ZeroMemory(await key.UnwrapAsync(wrapped, context, cancellationToken));
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
