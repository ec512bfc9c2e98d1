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

    /// <summary>Reads an archive whole to verify it, then writes what it holds.</summary>
    /// <param name="source">Must be able to seek.</param>
    /// <param name="cancellationToken">Ends the import; run it again to go on.</param>
    /// <returns>Records and reminders in it.</returns>
    /// <exception cref="InvalidDataException">The archive is damaged, incomplete, or of a newer program; nothing was written.</exception>
    /// <exception cref="InconsistentStateException">The store holds another state under one of the keys.</exception>
    public async Task<long> ImportAsync(Stream source, CancellationToken cancellationToken)
    {
        var start = source.Position;
        await VerifyAsync(source, keyPrefix: null, cancellationToken);
        source.Position = start;
        var states = await ImportStatesAsync(source, cancellationToken);
        source.Position = start;
        return states + await ImportRemindersAsync(source, cancellationToken);
    }

    /// <summary>Writes the states of an archive that was verified. A state that is there already and equal is passed over, so that an import that was cut off can be repeated.</summary>
    /// <returns>States in it.</returns>
    /// <exception cref="InconsistentStateException">The store holds another state under one of the keys.</exception>
    public async Task<long> ImportStatesAsync(Stream source, CancellationToken cancellationToken)
    {
        long count = 0;
        await foreach (var (line, _) in ReadAsync(source, cancellationToken))
        {
            if (line.Payload is not { } payload)
                continue;
            var key = new GrainStateKey(line.Type!, line.Key!, line.State!);
            if (await states.ReadAsync(key, cancellationToken) is not { } present)
                await states.WriteAsync(key, 0, payload, cancellationToken);
            else if (!present.Payload.Span.SequenceEqual(payload))
                throw new InconsistentStateException($"{key} is in this store already, with another state.");
            count++;
        }

        return count;
    }

    /// <summary>Registers the reminders of an archive that was verified; repeating is safe.</summary>
    /// <returns>Reminders in it.</returns>
    public async Task<long> ImportRemindersAsync(Stream source, CancellationToken cancellationToken)
    {
        long count = 0;
        await foreach (var (line, _) in ReadAsync(source, cancellationToken))
        {
            if (line.Reminder is null)
                continue;
            await reminders.UpsertAsync(line.ToReminder(), cancellationToken);
            count++;
        }

        return count;
    }

    /// <summary>Reads an archive whole and writes nothing.</summary>
    /// <param name="source">The archive.</param>
    /// <param name="keyPrefix">What every key has to begin with; null for what the archive's head says.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="InvalidDataException">It is damaged, incomplete, of a newer program, or holds a key outside of the prefix.</exception>
    public static async Task VerifyAsync(Stream source, string? keyPrefix, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        long lines = -1;
        var ended = false;
        await foreach (var (line, bytes) in ReadAsync(source, cancellationToken))
        {
            if (lines < 0)
                keyPrefix = CheckHead(line, keyPrefix);
            else if (ended)
                throw new InvalidDataException("The archive goes on after its tail.");
            else if (line.Sha256 is not null)
                ended = CheckTail(line, lines, hash);
            else
                CheckRecord(line, keyPrefix!);
            hash.AppendData(bytes);
            lines++;
        }

        if (!ended)
            throw new InvalidDataException("The archive is incomplete: its tail is missing.");
    }

    private static string CheckHead(ArchiveLine line, string? keyPrefix)
    {
        if (line.Format != Format || line.Version > Newest)
            throw new InvalidDataException($"This is no grain archive of version {Newest} or older.");
        if (line.Prefix is not { Length: > 0 } prefix || (keyPrefix is not null && prefix != keyPrefix))
            throw new InvalidDataException("The archive is of another key prefix.");
        return prefix;
    }

    private static bool CheckTail(ArchiveLine line, long lines, IncrementalHash hash) =>
        line.Lines == lines && line.Sha256 == Convert.ToHexStringLower(hash.GetCurrentHash())
            ? true
            : throw new InvalidDataException("The archive was altered: its checksum does not fit.");

    private static void CheckRecord(ArchiveLine line, string keyPrefix)
    {
        var isState = line is { Type: not null, Key: not null, State: not null, Payload: not null };
        var isReminder = line is { Type: not null, Key: not null, Reminder: not null, FirstDue: not null, NextDue: not null, PeriodMilliseconds: not null };
        if (!isState && !isReminder)
            throw new InvalidDataException("The archive holds a line that is neither a state nor a reminder.");
        if (!line.Key!.StartsWith(keyPrefix, StringComparison.Ordinal))
            throw new InvalidDataException($"The archive holds the key {line.Key}, which does not begin with {keyPrefix}.");
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
