using Azure;
using Azure.Security.KeyVault.Secrets;
using MentorCloud.Cluster.Configuration;
using MentorCloud.Storage.Failures;
using MentorCloud.Storage.Keys;

namespace MentorCloud.Cluster.Keys;

/// <summary>The master key as a secret of an Azure Key Vault, read once and kept in memory.</summary>
internal static class VaultMasterKey
{
    /// <summary>Reads the secret.</summary>
    /// <exception cref="MasterKeyException">It is missing, not readable, or not 32 bytes.</exception>
    public static async Task<byte[]> ReadAsync(SecretClient vault, ClusterSettings options, CancellationToken cancellationToken)
    {
        try
        {
            var secret = await vault.GetSecretAsync(options.VaultSecret, cancellationToken: cancellationToken);
            var key = new byte[SecretMasterKey.KeyBytes];
            return Convert.TryFromBase64String(secret.Value.Value, key, out var bytes) && bytes == key.Length
                ? key
                : throw new MasterKeyException($"The secret {options.VaultSecret} in {options.Vault} is not 32 bytes in base64. Put the right one back.");
        }
        catch (RequestFailedException failed)
        {
            throw new MasterKeyException(
                $"The secret {options.VaultSecret} in {options.Vault} cannot be read: {failed.ErrorCode ?? failed.Status.ToString(System.Globalization.CultureInfo.InvariantCulture)}. "
                + "Make it, or let this process's Azure identity read secrets.", failed);
        }
    }
}
