using System.Security.Cryptography;
using System.Text;
using MentorCloud.Contracts.Keys;

namespace MentorCloud.Identity.Tests.Hosting;

/// <summary>A master key in memory; AES-256-GCM with the context as additional data.</summary>
internal sealed class TestMasterKey : IMasterKey
{
    private readonly byte[] _key = SHA256.HashData("the tests' master key"u8);

    public ValueTask<byte[]> WrapAsync(ReadOnlyMemory<byte> key, string context, CancellationToken cancellationToken)
    {
        var wrapped = new byte[12 + key.Length + 16];
        RandomNumberGenerator.Fill(wrapped.AsSpan(0, 12));
        using var aes = new AesGcm(_key, 16);
        aes.Encrypt(wrapped.AsSpan(0, 12), key.Span, wrapped.AsSpan(12, key.Length), wrapped.AsSpan(12 + key.Length), Encoding.UTF8.GetBytes(context));
        return new(wrapped);
    }

    public ValueTask<byte[]> UnwrapAsync(ReadOnlyMemory<byte> wrapped, string context, CancellationToken cancellationToken)
    {
        var span = wrapped.Span;
        var key = new byte[wrapped.Length - 28];
        using var aes = new AesGcm(_key, 16);
        aes.Decrypt(span[..12], span[12..^16], span[^16..], key, Encoding.UTF8.GetBytes(context));
        return new(key);
    }
}
