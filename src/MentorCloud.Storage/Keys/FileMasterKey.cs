using System.Security.Cryptography;
using System.Text;
using MentorCloud.Contracts.Keys;
using MentorCloud.Storage.Failures;
using MentorCloud.Storage.Hosting;
using Microsoft.Extensions.Options;

namespace MentorCloud.Storage.Keys;

/// <summary>The master key in a file of 32 random bytes, outside the data folder so that no backup of the data carries it.</summary>
internal sealed class FileMasterKey(IOptions<StorageOptions> options) : IMasterKey, IMasterKeyCheck, IDisposable
{
    private readonly Lock gate = new();
    private byte[]? key;

    public ValueTask<byte[]> WrapAsync(ReadOnlyMemory<byte> key, string context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(SealedBox.Close(Key(), key.Span, Encoding.UTF8.GetBytes(context)));

    public ValueTask<byte[]> UnwrapAsync(ReadOnlyMemory<byte> wrapped, string context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(SealedBox.Open(Key(), wrapped.Span, Encoding.UTF8.GetBytes(context)));

    public ValueTask CheckAsync(bool keysExist, CancellationToken cancellationToken)
    {
        var file = MasterKeyFile.PathFrom(options.Value);
        if (!File.Exists(file))
        {
            if (keysExist)
                throw new MasterKeyException($"The master key file {file} is missing, but there are texts sealed under it. Put the file back; without it they cannot be read, and a new one would not help.");
            MasterKeyFile.Make(file);
        }

        Key();
        return ValueTask.CompletedTask;
    }

    public void Dispose() => CryptographicOperations.ZeroMemory(key);

    private byte[] Key()
    {
        lock (gate)
        {
            return key ??= MasterKeyFile.Read(MasterKeyFile.PathFrom(options.Value));
        }
    }
}
