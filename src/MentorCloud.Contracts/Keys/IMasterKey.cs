namespace MentorCloud.Contracts.Keys;

/// <summary>Wraps tenant keys: a file outside the data folder, or a managed vault.</summary>
public interface IMasterKey
{
    /// <summary>Wraps a key.</summary>
    /// <param name="key">32 bytes.</param>
    /// <param name="context">What the key is for; the same at unwrapping.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The wrapped key.</returns>
    ValueTask<byte[]> WrapAsync(ReadOnlyMemory<byte> key, string context, CancellationToken cancellationToken);

    /// <summary>Unwraps a key.</summary>
    /// <param name="wrapped">A wrapped key.</param>
    /// <param name="context">What the key is for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>32 bytes.</returns>
    /// <exception cref="System.Security.Cryptography.CryptographicException">Wrapped by another master key, or altered.</exception>
    ValueTask<byte[]> UnwrapAsync(ReadOnlyMemory<byte> wrapped, string context, CancellationToken cancellationToken);
}
