using System.Security.Cryptography;
using System.Text;
using MentorCloud.Contracts.Keys;

namespace MentorCloud.Storage.Keys;

/// <summary>A master key of 32 bytes that another place keeps, such as a vault; read at start and kept in memory.</summary>
/// <param name="read">Reads the 32 bytes; its failures are the start's.</param>
public sealed class SecretMasterKey(Func<CancellationToken, Task<byte[]>> read) : IMasterKey, IMasterKeyCheck, IDisposable
{
    /// <summary>How long the key must be.</summary>
    public const int KeyBytes = SealedBox.KeyBytes;

    private readonly SemaphoreSlim reading = new(1);
    private byte[]? key;

    /// <inheritdoc/>
    public async ValueTask<byte[]> WrapAsync(ReadOnlyMemory<byte> key, string context, CancellationToken cancellationToken) =>
        SealedBox.Close(await KeyAsync(cancellationToken), key.Span, Encoding.UTF8.GetBytes(context));

    /// <inheritdoc/>
    public async ValueTask<byte[]> UnwrapAsync(ReadOnlyMemory<byte> wrapped, string context, CancellationToken cancellationToken) =>
        SealedBox.Open(await KeyAsync(cancellationToken), wrapped.Span, Encoding.UTF8.GetBytes(context));

    async ValueTask IMasterKeyCheck.CheckAsync(bool keysExist, CancellationToken cancellationToken) => await KeyAsync(cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(key);
        reading.Dispose();
    }

    private async ValueTask<byte[]> KeyAsync(CancellationToken cancellationToken)
    {
        if (key is { } known)
        {
            return known;
        }

        await reading.WaitAsync(cancellationToken);
        try
        {
            return key ??= await read(cancellationToken);
        }
        finally
        {
            reading.Release();
        }
    }
}
