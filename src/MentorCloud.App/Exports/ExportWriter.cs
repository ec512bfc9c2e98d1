using System.Security.Cryptography;
using System.Text.Json;
using MentorCloud.Contracts.Json;

namespace MentorCloud.App.Exports;

/// <summary>
/// Writes lines of JSON to a response as it takes them. The last line has the number of those before it and their SHA-256:
/// a download that lacks it was cut off.
/// </summary>
internal sealed class ExportWriter(Stream target) : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long lines;

    /// <summary>Writes one; waits while the client does not read.</summary>
    public async Task WriteAsync<T>(T line, CancellationToken cancellationToken)
    {
        byte[] bytes = [.. JsonSerializer.SerializeToUtf8Bytes(line, ContractsJson.Options), (byte)'\n'];
        hash.AppendData(bytes);
        lines++;
        await target.WriteAsync(bytes, cancellationToken);
    }

    /// <summary>Writes the last line.</summary>
    public Task EndAsync(CancellationToken cancellationToken) =>
        WriteAsync(new End("end", lines, Convert.ToHexStringLower(hash.GetCurrentHash())), cancellationToken);

    public void Dispose() => hash.Dispose();

    private sealed record End(string Kind, long Lines, string Sha256);
}
