using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using MentorCloud.Contracts.Keys;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Privacy;

namespace MentorCloud.Grains.Tests.Hosts;

/// <summary>Seals with AES-256-GCM under a key for each person, as the real key ring does; keys live in memory and are not wrapped.</summary>
public sealed class KeysInMemory : IKeyRing
{
    private const int TagBytes = 16;
    private const int NonceBytes = 12;

    private readonly ConcurrentDictionary<PersonKeyId, (TenantId Tenant, ParticipantId Person, byte[] Key)> keys = new();

    /// <inheritdoc/>
    public ValueTask<SealedText> SealAsync(SealingContext context, ParticipantId author, string text, CancellationToken cancellationToken)
    {
        var (id, key) = KeyOf(context.Tenant, author);
        var plain = Encoding.UTF8.GetBytes(text);
        var (nonce, cipher, tag) = (RandomNumberGenerator.GetBytes(NonceBytes), new byte[plain.Length], new byte[TagBytes]);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, plain, cipher, tag, Encoding.UTF8.GetBytes(context.ToString()));
        return ValueTask.FromResult(new SealedText(id, nonce, cipher, tag));
    }

    /// <inheritdoc/>
    public ValueTask<string?> OpenAsync(SealingContext context, SealedText text, CancellationToken cancellationToken)
    {
        if (!keys.TryGetValue(text.Key, out var entry))
        {
            return ValueTask.FromResult<string?>(null);
        }

        var plain = new byte[text.Ciphertext.Length];
        using var aes = new AesGcm(entry.Key, TagBytes);
        aes.Decrypt(text.Nonce.Span, text.Ciphertext.Span, text.Tag.Span, plain, Encoding.UTF8.GetBytes(context.ToString()));
        return ValueTask.FromResult<string?>(Encoding.UTF8.GetString(plain));
    }

    /// <inheritdoc/>
    public ValueTask<byte[]> RecogniseAsync(
        SealingContext context, ParticipantId author, ReadOnlyMemory<byte> data, CancellationToken cancellationToken) =>
        ValueTask.FromResult(HMACSHA256.HashData([.. KeyOf(context.Tenant, author).Key, .. Encoding.UTF8.GetBytes(context.ToString())], data.Span));

    /// <inheritdoc/>
    public Task ErasePersonAsync(TenantId tenant, ParticipantId person, CancellationToken cancellationToken) =>
        Erase(key => key.Tenant == tenant && key.Person == person);

    /// <inheritdoc/>
    public Task EraseTenantAsync(TenantId tenant, CancellationToken cancellationToken) => Erase(key => key.Tenant == tenant);

    private (PersonKeyId Id, byte[] Key) KeyOf(TenantId tenant, ParticipantId person)
    {
        var id = EntityId.Derive<PersonKeyId>(person.Value, tenant.ToString());
        return (id, keys.GetOrAdd(id, _ => (tenant, person, RandomNumberGenerator.GetBytes(32))).Key);
    }

    private Task Erase(Func<(TenantId Tenant, ParticipantId Person, byte[] Key), bool> which)
    {
        foreach (var (id, key) in keys)
        {
            if (which(key))
            {
                keys.TryRemove(id, out _);
            }
        }

        return Task.CompletedTask;
    }
}
