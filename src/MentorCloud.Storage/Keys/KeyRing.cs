using System.Security.Cryptography;
using System.Text;
using MentorCloud.Contracts.Keys;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Privacy;
using MentorCloud.Storage.Sql;

namespace MentorCloud.Storage.Keys;

/// <summary>Seals and opens confided texts under person keys; docs/adr/0044 draws the three layers.</summary>
internal sealed class KeyRing(KeyTables tables, IMasterKey master, KeyCache cache, SqlStore store, TimeProvider clock) : IKeyRing
{
    public async ValueTask<SealedText> SealAsync(
        SealingContext context, ParticipantId author, string text, CancellationToken cancellationToken)
    {
        var key = await KeyOfAsync(context.Tenant, author, cancellationToken);
        try
        {
            var box = SealedBox.Close(key.Bytes, Encoding.UTF8.GetBytes(text), Additional(context, key.Id)).AsMemory();
            return new(key.Id, box[..SealedBox.NonceBytes], box[SealedBox.NonceBytes..^SealedBox.TagBytes], box[^SealedBox.TagBytes..]);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key.Bytes);
        }
    }

    public async ValueTask<string?> OpenAsync(SealingContext context, SealedText text, CancellationToken cancellationToken)
    {
        var key = await KeyByIdAsync(context.Tenant, text.Key, cancellationToken);
        if (key is null) return null;
        try
        {
            byte[] box = [.. text.Nonce.Span, .. text.Ciphertext.Span, .. text.Tag.Span];
            return Encoding.UTF8.GetString(SealedBox.Open(key.Bytes, box, Additional(context, text.Key)));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key.Bytes);
        }
    }

    public async ValueTask<byte[]> RecogniseAsync(
        SealingContext context, ParticipantId author, ReadOnlyMemory<byte> data, CancellationToken cancellationToken)
    {
        var key = await KeyOfAsync(context.Tenant, author, cancellationToken);
        var derived = new byte[SealedBox.KeyBytes];
        try
        {
            // A key of its own: the one that seals is used for nothing else.
            HKDF.DeriveKey(HashAlgorithmName.SHA256, key.Bytes, derived, salt: [], info: [.. "recognise|"u8, .. Additional(context, key.Id)]);
            return HMACSHA256.HashData(derived, data.Span);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key.Bytes);
            CryptographicOperations.ZeroMemory(derived);
        }
    }

    public async Task ErasePersonAsync(TenantId tenant, ParticipantId person, CancellationToken cancellationToken)
    {
        await tables.DeletePersonAsync(tenant, person, cancellationToken);
        cache.Erase(tenant, person);
        await store.ScrubAsync(cancellationToken);
    }

    public async Task EraseTenantAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        await tables.DeleteTenantAsync(tenant, cancellationToken);
        cache.Erase(tenant, null);
        await store.ScrubAsync(cancellationToken);
    }

    // Bound to its place: a sealed text copied into another grain, field or tenant does not open.
    private static byte[] Additional(SealingContext context, PersonKeyId key) =>
        Encoding.UTF8.GetBytes($"{context.Tenant}|{context.Grain}|{context.Field}|{key}");

    private static byte[] Additional(TenantId tenant, ParticipantId person, PersonKeyId key) =>
        Encoding.UTF8.GetBytes($"person|{tenant}|{person}|{key}");

    private async Task<PersonKey> KeyOfAsync(TenantId tenant, ParticipantId person, CancellationToken cancellationToken)
    {
        if (cache.CurrentOf(tenant, person) is { } id && cache.Find(tenant, id) is { } cached) return new(id, cached);
        while (true)
        {
            var erasures = cache.Erasures;
            var stored = await tables.PersonKeyAsync(tenant, person, cancellationToken)
                ?? await MakeAsync(tenant, person, cancellationToken);
            // Null both times when the tenant's key was erased in between: a fresh one is made on the next round.
            if (stored is not null && await UnwrapAsync(tenant, stored, erasures, cancellationToken) is { } key) return key;
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private async Task<PersonKey?> KeyByIdAsync(TenantId tenant, PersonKeyId id, CancellationToken cancellationToken)
    {
        if (cache.Find(tenant, id) is { } cached) return new(id, cached);
        var erasures = cache.Erasures;
        var stored = await tables.PersonKeyAsync(tenant, id, cancellationToken);
        return stored is null ? null : await UnwrapAsync(tenant, stored, erasures, cancellationToken);
    }

    private async Task<PersonKey?> UnwrapAsync(TenantId tenant, WrappedPersonKey stored, long erasures, CancellationToken cancellationToken)
    {
        if (await tables.TenantKeyAsync(tenant, cancellationToken) is not { } wrapped) return null;
        var outer = await master.UnwrapAsync(wrapped, KeyTables.MasterContext(tenant), cancellationToken);
        try
        {
            var bytes = SealedBox.Open(outer, stored.Wrapped, Additional(tenant, stored.Person, stored.Id));
            cache.Keep(tenant, stored.Person, stored.Id, bytes, erasures);
            return new(stored.Id, bytes);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(outer);
        }
    }

    private async Task<WrappedPersonKey?> MakeAsync(TenantId tenant, ParticipantId person, CancellationToken cancellationToken)
    {
        var outer = await TenantKeyAsync(tenant, cancellationToken);
        var bytes = RandomNumberGenerator.GetBytes(SealedBox.KeyBytes);
        try
        {
            var id = EntityId.New<PersonKeyId>(clock.GetUtcNow());
            var wrapped = SealedBox.Close(outer, bytes, Additional(tenant, person, id));
            return await tables.AddPersonKeyAsync(tenant, new(id, person, wrapped), cancellationToken);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(outer);
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    private async Task<byte[]> TenantKeyAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var wrapped = await tables.TenantKeyAsync(tenant, cancellationToken);
        if (wrapped is null)
        {
            var bytes = RandomNumberGenerator.GetBytes(SealedBox.KeyBytes);
            wrapped = await tables.AddTenantKeyAsync(
                tenant, await master.WrapAsync(bytes, KeyTables.MasterContext(tenant), cancellationToken), cancellationToken);
            CryptographicOperations.ZeroMemory(bytes);
        }

        return await master.UnwrapAsync(wrapped, KeyTables.MasterContext(tenant), cancellationToken);
    }
}
