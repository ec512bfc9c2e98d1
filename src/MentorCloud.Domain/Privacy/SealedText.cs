using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Privacy;

/// <summary>
/// A confided text as it is stored: AES-256-GCM under its person's key (design, section 3.8). The plain text is in no
/// state, fact, view, log or trace; without the key, which erasure destroys, it is noise.
/// </summary>
/// <param name="Key">The data key that sealed it.</param>
/// <param name="Nonce">12 bytes, never used twice with one key.</param>
/// <param name="Ciphertext">As long as the UTF-8 text.</param>
/// <param name="Tag">16 bytes that prove text and additional data unaltered.</param>
public sealed record SealedText(PersonKeyId Key, ReadOnlyMemory<byte> Nonce, ReadOnlyMemory<byte> Ciphertext, ReadOnlyMemory<byte> Tag);
