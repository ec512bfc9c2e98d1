using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Privacy;

namespace MentorCloud.Contracts.Keys;

/// <summary>
/// Seals and opens confided texts: a key for each person, wrapped by a key for each tenant, wrapped by the master key,
/// which is kept outside the data folder and its backups.
/// </summary>
public interface IKeyRing
{
    /// <summary>Seals a text under its author's key; the key is made at first use.</summary>
    /// <param name="context">Where the text stands.</param>
    /// <param name="author">Whose key.</param>
    /// <param name="text">The text.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The sealed text.</returns>
    ValueTask<SealedText> SealAsync(SealingContext context, ParticipantId author, string text, CancellationToken cancellationToken);

    /// <summary>Opens a sealed text.</summary>
    /// <param name="context">Where the text stands, the same as at sealing.</param>
    /// <param name="text">The sealed text.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The text; null when its key was destroyed by erasure.</returns>
    /// <exception cref="System.Security.Cryptography.CryptographicException">Altered, or moved from its place.</exception>
    ValueTask<string?> OpenAsync(SealingContext context, SealedText text, CancellationToken cancellationToken);

    /// <summary>
    /// A code by which the same bytes are known again, and which nobody can guess from without the author's key: HMAC-SHA256
    /// under a key derived from it. Once the key is erased, the code says nothing any more.
    /// </summary>
    /// <param name="context">Where the bytes stand; elsewhere they have another code.</param>
    /// <param name="author">Whose key; made at first use.</param>
    /// <param name="data">The bytes.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>32 bytes.</returns>
    ValueTask<byte[]> RecogniseAsync(SealingContext context, ParticipantId author, ReadOnlyMemory<byte> data, CancellationToken cancellationToken);

    /// <summary>Destroys a person's keys: what they confided is noise from then on. Repeating is safe.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="person">The person.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>Completes when durable.</returns>
    Task ErasePersonAsync(TenantId tenant, ParticipantId person, CancellationToken cancellationToken);

    /// <summary>Destroys a tenant's key, and with it every person's. Repeating is safe.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>Completes when durable.</returns>
    Task EraseTenantAsync(TenantId tenant, CancellationToken cancellationToken);
}
