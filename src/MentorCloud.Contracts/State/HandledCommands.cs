using System.Buffers.Binary;
using System.Text.Json.Serialization;
using MentorCloud.Contracts.Json;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Contracts.State;

/// <summary>
/// The newest commands that a grain carried out, oldest first. Every one of its commits writes them, so they rest as one run of
/// bytes and not as objects (docs/adr/0097). Immutable.
/// </summary>
[JsonConverter(typeof(HandledCommandsConverter))]
public sealed class HandledCommands
{
    /// <summary>Bytes of one command: its id, the fingerprint of its input, and the number of what it made, 0 for nothing.</summary>
    private const int Length = IdBytes + FingerprintBytes + sizeof(int);

    private const int IdBytes = 16;
    private const int FingerprintBytes = 16;

    private readonly byte[] all;

    private HandledCommands(byte[] all) => this.all = all;

    /// <summary>No commands.</summary>
    public static HandledCommands None { get; } = new([]);

    /// <summary>How many there are.</summary>
    public int Count => all.Length / Length;

    /// <summary>The commands as they are stored.</summary>
    internal ReadOnlySpan<byte> Bytes => all;

    /// <summary>A command by its id.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The command; null when it was not carried out, or so long ago that it is forgotten.</returns>
    public HandledCommand? Find(CommandId id)
    {
        Span<byte> wanted = stackalloc byte[IdBytes];
        id.Value.TryWriteBytes(wanted, bigEndian: true, out _);
        for (var at = 0; at < all.Length; at += Length)
        {
            if (wanted.SequenceEqual(all.AsSpan(at, IdBytes)))
            {
                return At(at);
            }
        }

        return null;
    }

    /// <summary>These and one more.</summary>
    /// <param name="command">The newest.</param>
    /// <param name="most">How many are kept: the newest.</param>
    /// <returns>At most that many.</returns>
    /// <exception cref="FormatException">The fingerprint is not 32 hexadecimal digits.</exception>
    public HandledCommands Add(HandledCommand command, int most)
    {
        var kept = all.AsSpan(Math.Max(0, Count - most + 1) * Length);
        var next = new byte[kept.Length + Length];
        kept.CopyTo(next);
        var place = next.AsSpan(kept.Length);
        command.Id.Value.TryWriteBytes(place, bigEndian: true, out _);
        Fingerprint(command).CopyTo(place[IdBytes..]);
        BinaryPrimitives.WriteInt32BigEndian(place[(IdBytes + FingerprintBytes)..], command.Made ?? 0);
        return new HandledCommands(next);
    }

    /// <summary>Takes commands as they are stored.</summary>
    /// <exception cref="FormatException">They are not a whole number of commands.</exception>
    internal static HandledCommands Of(byte[] stored) => stored.Length % Length == 0
        ? new HandledCommands(stored) : throw new FormatException("Stored commands are cut off.");

    private static byte[] Fingerprint(HandledCommand command) => Convert.FromHexString(command.Fingerprint) is { Length: FingerprintBytes } bytes
        ? bytes : throw new FormatException($"'{command.Fingerprint}' is no fingerprint.");

    private HandledCommand At(int at)
    {
        var made = BinaryPrimitives.ReadInt32BigEndian(all.AsSpan(at + IdBytes + FingerprintBytes));
        return new HandledCommand(
            CommandId.From(new Guid(all.AsSpan(at, IdBytes), bigEndian: true)),
            Convert.ToHexStringLower(all.AsSpan(at + IdBytes, FingerprintBytes)),
            made == 0 ? null : made);
    }
}
