using System.Security.Cryptography;
using System.Text.Json;
using MentorCloud.GrainRuntime;

namespace MentorCloud.GrainStorage.Archive;

/// <summary>
/// Moves the grains under a key prefix, such as a tenant's, between stores of any kind. An archive is lines of JSON: a
/// head, records and reminders, and a tail with their number and the SHA-256 of every line before it.
/// </summary>
/// <param name="states">The store to read from or write to.</param>
/// <param name="catalog">Lists its records; used by export alone.</param>
/// <param name="reminders">Its reminders.</param>
public sealed class GrainArchive(IGrainStateStore states, IGrainStateCatalog catalog, IReminderStore reminders)
{
    private const string Format = "mentorcloud-grains";
    private const int Newest = 1;

    /// <summary>Writes every record and reminder under a prefix. Each record is of one moment, the archive is not; suspend the tenant first.</summary>
    /// <param name="keyPrefix">Such as <c>{tenant}/</c>.</param>
    /// <param name="target">Written from its position on.</param>
    /// <param name="cancellationToken">Ends the export; what was written is no archive then, for it lacks its tail.</param>
    /// <returns>Records and reminders written.</returns>
    public async Task<long> ExportAsync(string keyPrefix, Stream target, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        long lines = 0;
        await WriteAsync(new ArchiveLine { Format = Format, Version = Newest, Prefix = keyPrefix });
        foreach (var kind in (await catalog.ListKindsAsync(cancellationToken)).GroupBy(one => one.GrainType, StringComparer.Ordinal))
        {
            // A grain with several states is met once for each; its reminders are written once.
            var withReminders = new HashSet<string>(StringComparer.Ordinal);
            foreach (var (grainType, stateName) in kind)
            {
                await foreach (var entry in catalog.EnumerateAsync(grainType, stateName, keyPrefix, cancellationToken))
                {
                    await WriteAsync(new ArchiveLine { Type = grainType, Key = entry.Key.Key, State = stateName, Payload = entry.State.Payload.ToArray() });
                    lines++;
                    if (!withReminders.Add(entry.Key.Key))
                        continue;
                    foreach (var reminder in await reminders.ListAsync(grainType, entry.Key.Key, cancellationToken))
                    {
                        await WriteAsync(ArchiveLine.Of(reminder));
                        lines++;
                    }
                }
            }
        }

        await WriteAsync(new ArchiveLine { Lines = lines, Sha256 = Convert.ToHexStringLower(hash.GetCurrentHash()) });
        await target.FlushAsync(cancellationToken);
        return lines;

        async Task WriteAsync(ArchiveLine line)
        {
            byte[] bytes = [.. JsonSerializer.SerializeToUtf8Bytes(line, ArchiveLine.Json), (byte)'\n'];
            hash.AppendData(bytes);
            await target.WriteAsync(bytes, cancellationToken);
        }
    }

    /// <summary>Reads an archive whole to verify it, then writes what it holds. A record that exists already is refused by name.</summary>
    /// <param name="source">Must be able to seek.</param>
    /// <param name="cancellationToken">Ends the import; it may be run again into an empty store.</param>
    /// <returns>Records and reminders written.</returns>
    /// <exception cref="InvalidDataException">The archive is damaged, incomplete, or of a newer program; nothing was written.</exception>
    /// <exception cref="InconsistentStateException">The store holds one of the records.</exception>
    public async Task<long> ImportAsync(Stream source, CancellationToken cancellationToken)
    {
        var start = source.Position;
        await VerifyAsync(source, cancellationToken);
        source.Position = start;
        long lines = 0;
        await foreach (var (line, _) in ReadAsync(source, cancellationToken))
        {
            if (line.Payload is { } payload)
                await states.WriteAsync(new GrainStateKey(line.Type!, line.Key!, line.State!), 0, payload, cancellationToken);
            else if (line.Reminder is not null)
                await reminders.UpsertAsync(line.ToReminder(), cancellationToken);
            else
                continue;
            lines++;
        }

        return lines;
    }

    private static async Task VerifyAsync(Stream source, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        long lines = -1;
        var ended = false;
        await foreach (var (line, bytes) in ReadAsync(source, cancellationToken))
        {
            if (lines < 0 && (line.Format != Format || line.Version > Newest))
                throw new InvalidDataException($"This is no grain archive of version {Newest} or older.");
            if (ended)
                throw new InvalidDataException("The archive goes on after its tail.");
            if (line.Sha256 is { } expected)
            {
                if (line.Lines != lines || expected != Convert.ToHexStringLower(hash.GetCurrentHash()))
                    throw new InvalidDataException("The archive was altered: its checksum does not fit.");
                ended = true;
            }

            hash.AppendData(bytes);
            lines++;
        }

        if (!ended)
            throw new InvalidDataException("The archive is incomplete: its tail is missing.");
    }

    private static async IAsyncEnumerable<(ArchiveLine Line, byte[] Bytes)> ReadAsync(
        Stream source, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(source, leaveOpen: true);
        while (await reader.ReadLineAsync(cancellationToken) is { } text)
        {
            ArchiveLine? line;
            try
            {
                line = JsonSerializer.Deserialize<ArchiveLine>(text, ArchiveLine.Json);
            }
            catch (JsonException error)
            {
                throw new InvalidDataException("The archive holds a line that is no JSON.", error);
            }

            yield return (line ?? throw new InvalidDataException("The archive holds an empty line."), System.Text.Encoding.UTF8.GetBytes(text + "\n"));
        }
    }
}
