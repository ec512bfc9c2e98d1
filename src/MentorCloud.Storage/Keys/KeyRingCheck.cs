using System.Security.Cryptography;
using MentorCloud.Contracts.Keys;
using MentorCloud.Storage.Failures;

namespace MentorCloud.Storage.Keys;

/// <summary>Finds out at start, and not at the first confided text, that the master key is missing or a wrong one.</summary>
internal sealed class KeyRingCheck(KeyTables tables, IMasterKey master)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var known = await tables.AnyTenantKeyAsync(cancellationToken);
        if (master is IMasterKeyCheck check) await check.CheckAsync(known is not null, cancellationToken);
        if (known is not { } key) return;
        try
        {
            var bytes = await master.UnwrapAsync(key.Wrapped, KeyTables.MasterContext(key.Tenant), cancellationToken);
            CryptographicOperations.ZeroMemory(bytes);
        }
        catch (CryptographicException exception)
        {
            throw new MasterKeyException("The master key is not the one that this database's keys are wrapped with. Put the right one in place; nothing was changed.", exception);
        }
    }
}
