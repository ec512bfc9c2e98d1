using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using MentorCloud.App.Hosting;

namespace MentorCloud.App.Transfer;

/// <summary>
/// A tenant's archive: a ZIP file with a part a store, a manifest with their checksums, and the manifest's seal, an
/// HMAC-SHA256 under the transfer key, so that only who has that key can make one that is accepted.
/// </summary>
internal static class ArchiveFile
{
    public const string Grains = "grains.jsonl", Records = "records.jsonl", Accounts = "accounts.jsonl";
    private const string Manifest = "manifest.json", Seal = "manifest.hmac";
    private const int LargestManifest = 64 * 1024;
    private static readonly string[] Parts = [Grains, Records, Accounts];

    /// <summary>Writes one part and gives its SHA-256.</summary>
    public static async Task<string> WritePartAsync(ZipArchive zip, string name, Func<Stream, Task> write)
    {
        await using var entry = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync();
        using var hash = SHA256.Create();
        await using (var hashing = new CryptoStream(entry, hash, CryptoStreamMode.Write, leaveOpen: true))
        {
            await write(hashing);
        }

        return Convert.ToHexStringLower(hash.Hash!);
    }

    /// <summary>Writes a part of one JSON value a line.</summary>
    /// <returns>The part's SHA-256, and how many lines it has.</returns>
    public static async Task<(string Hash, long Count)> WriteLinesAsync<T>(
        ZipArchive zip, string name, IAsyncEnumerable<T> lines, CancellationToken cancellationToken)
    {
        var count = 0L;
        var hash = await WritePartAsync(zip, name, async stream =>
        {
            await foreach (var line in lines.WithCancellation(cancellationToken))
            {
                await JsonSerializer.SerializeAsync(stream, line, JsonSerializerOptions.Web, cancellationToken);
                await stream.WriteAsync("\n"u8.ToArray(), cancellationToken);
                count++;
            }
        });
        return (hash, count);
    }

    /// <summary>Writes the manifest and its seal; the last of the archive.</summary>
    public static async Task WriteManifestAsync(ZipArchive zip, ArchiveManifest manifest, byte[] transferKey, CancellationToken cancellationToken)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(manifest, JsonSerializerOptions.Web);
        await WritePartAsync(zip, Manifest, stream => stream.WriteAsync(bytes, cancellationToken).AsTask());
        await WritePartAsync(zip, Seal, stream => stream.WriteAsync(HMACSHA256.HashData(transferKey, bytes), cancellationToken).AsTask());
    }

    /// <summary>Checks seal and checksums of an archive; nothing of it was used before.</summary>
    /// <exception cref="OperatorException">Says what is wrong with it.</exception>
    public static async Task<ArchiveManifest> VerifyAsync(ZipArchive zip, byte[] transferKey, CancellationToken cancellationToken)
    {
        var bytes = await BytesAsync(zip, Manifest, cancellationToken);
        if (!CryptographicOperations.FixedTimeEquals(await BytesAsync(zip, Seal, cancellationToken), HMACSHA256.HashData(transferKey, bytes)))
        {
            throw Refused("its seal does not fit: it was altered, or made with another transfer key.");
        }

        var manifest = JsonSerializer.Deserialize<ArchiveManifest>(bytes, JsonSerializerOptions.Web);
        if (manifest is null || manifest.Format != ArchiveManifest.FormatName || manifest.Version > ArchiveManifest.Newest)
        {
            throw Refused($"it is no archive of a tenant of version {ArchiveManifest.Newest} or older.");
        }

        foreach (var name in Parts)
        {
            await using var part = Open(zip, name);
            if (!manifest.Parts.TryGetValue(name, out var expected) || Convert.ToHexStringLower(await SHA256.HashDataAsync(part, cancellationToken)) != expected)
            {
                throw Refused($"{name} was altered.");
            }
        }

        return manifest;
    }

    /// <summary>Opens a part for reading.</summary>
    /// <exception cref="OperatorException">It is missing.</exception>
    public static Stream Open(ZipArchive zip, string name) => zip.GetEntry(name)?.Open() ?? throw Refused($"{name} is missing.");

    /// <summary>Reads a part of one JSON value a line; again from its beginning whenever it is asked for its lines.</summary>
    public static async IAsyncEnumerable<T> ReadLinesAsync<T>(ZipArchive zip, string name, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var reader = new StreamReader(Open(zip, name));
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            yield return JsonSerializer.Deserialize<T>(line, JsonSerializerOptions.Web) ?? throw Refused($"{name} holds an empty line.");
        }
    }

    public static OperatorException Refused(string why) =>
        new(ExitCodes.InputInvalid, $"The archive cannot be imported, and nothing was written: {why}");

    private static async Task<byte[]> BytesAsync(ZipArchive zip, string name, CancellationToken cancellationToken)
    {
        // Not trusted yet: no more than a manifest can have.
        await using var stream = Open(zip, name);
        var bytes = new byte[LargestManifest];
        var length = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        return length < bytes.Length ? bytes[..length] : throw Refused($"{name} is too large.");
    }
}
