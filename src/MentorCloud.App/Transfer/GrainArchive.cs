using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MentorCloud.Contracts.Directory;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.App.Transfer;

/// <summary>
/// A tenant's grains as lines of JSON, the same from every edition: a head, records and reminders, and a tail with their
/// number and the SHA-256 of every line before it.
/// </summary>
internal static class GrainArchive
{
    private const string Format = "mentorcloud-grains";
    private const int Newest = 1;

    /// <summary>What every key of a tenant begins with.</summary>
    public static string PrefixOf(TenantId tenant) => $"{tenant}/";

    /// <summary>Writes every record and reminder of a tenant.</summary>
    /// <returns>Records and reminders written.</returns>
    public static async Task<long> ExportAsync(IGrainTransfer grains, TenantId tenant, Stream target, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var lines = 0L;
        await WriteAsync(new GrainLine { Format = Format, Version = Newest, Prefix = PrefixOf(tenant) });

        // A grain with several states is met once for each, one state after the other; its reminders are written once.
        var withReminders = new HashSet<(string, string)>();
        await foreach (var record in grains.ReadAsync(tenant, cancellationToken))
        {
            await WriteAsync(GrainLine.Of(record));
            lines++;
            if (!withReminders.Add((record.GrainType, record.Key)))
            {
                continue;
            }

            foreach (var reminder in await grains.RemindersAsync(tenant, record, cancellationToken))
            {
                await WriteAsync(GrainLine.Of(reminder));
                lines++;
            }
        }

        await WriteAsync(new GrainLine { Lines = lines, Sha256 = Convert.ToHexStringLower(hash.GetCurrentHash()) });
        await target.FlushAsync(cancellationToken);
        return lines;

        async Task WriteAsync(GrainLine line)
        {
            byte[] bytes = [.. JsonSerializer.SerializeToUtf8Bytes(line, GrainLine.Json), (byte)'\n'];
            hash.AppendData(bytes);
            await target.WriteAsync(bytes, cancellationToken);
        }
    }

    /// <summary>Writes the records of an archive that was verified; equal ones that are there already are passed over.</summary>
    /// <returns>Records in it.</returns>
    /// <exception cref="InvalidDataException">The store holds another record under one of the keys.</exception>
    public static async Task<long> ImportRecordsAsync(IGrainTransfer grains, TenantId tenant, Stream source, CancellationToken cancellationToken)
    {
        var count = 0L;
        await foreach (var (line, _) in ReadAsync(source, cancellationToken))
        {
            if (line.IsRecord)
            {
                await grains.WriteAsync(tenant, line.ToRecord(), cancellationToken);
                count++;
            }
        }

        return count;
    }

    /// <summary>Registers the reminders of an archive that was verified; repeating is safe.</summary>
    /// <returns>Reminders in it.</returns>
    public static async Task<long> ImportRemindersAsync(IGrainTransfer grains, TenantId tenant, Stream source, CancellationToken cancellationToken)
    {
        var count = 0L;
        await foreach (var (line, _) in ReadAsync(source, cancellationToken))
        {
            if (line.IsReminder)
            {
                await grains.RegisterAsync(tenant, line.ToReminder(), cancellationToken);
                count++;
            }
        }

        return count;
    }

    /// <summary>Reads an archive whole and writes nothing.</summary>
    /// <param name="source">The archive.</param>
    /// <param name="keyPrefix">What every key has to begin with.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="InvalidDataException">It is damaged, incomplete, of a newer program, or holds a key outside of the prefix.</exception>
    public static async Task VerifyAsync(Stream source, string keyPrefix, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var lines = -1L;
        var ended = false;
        await foreach (var (line, bytes) in ReadAsync(source, cancellationToken))
        {
            if (ended)
            {
                throw new InvalidDataException("The archive goes on after its tail.");
            }

            if (lines < 0)
            {
                CheckHead(line, keyPrefix);
            }
            else if (line.Sha256 is not null)
            {
                CheckTail(line, lines, hash);
                ended = true;
            }
            else
            {
                CheckLine(line, keyPrefix);
            }

            hash.AppendData(bytes);
            lines++;
        }

        if (!ended)
        {
            throw new InvalidDataException("The archive is incomplete: its tail is missing.");
        }
    }

    private static void CheckHead(GrainLine line, string keyPrefix)
    {
        if (line.Format != Format || line.Version > Newest)
        {
            throw new InvalidDataException($"This is no grain archive of version {Newest} or older.");
        }

        if (line.Prefix != keyPrefix)
        {
            throw new InvalidDataException("The archive is of another key prefix.");
        }
    }

    private static void CheckTail(GrainLine line, long lines, IncrementalHash hash)
    {
        if (line.Lines != lines || line.Sha256 != Convert.ToHexStringLower(hash.GetCurrentHash()))
        {
            throw new InvalidDataException("The archive was altered: its checksum does not fit.");
        }
    }

    private static void CheckLine(GrainLine line, string keyPrefix)
    {
        if (!line.IsRecord && !line.IsReminder)
        {
            throw new InvalidDataException("The archive holds a line that is neither a record nor a reminder.");
        }

        if (!line.Key!.StartsWith(keyPrefix, StringComparison.Ordinal))
        {
            throw new InvalidDataException($"The archive holds the key {line.Key}, which does not begin with {keyPrefix}.");
        }
    }

    private static async IAsyncEnumerable<(GrainLine Line, byte[] Bytes)> ReadAsync(
        Stream source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(source, leaveOpen: true);
        while (await reader.ReadLineAsync(cancellationToken) is { } text)
        {
            yield return (Parse(text), Encoding.UTF8.GetBytes(text + "\n"));
        }
    }

    private static GrainLine Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<GrainLine>(text, GrainLine.Json) ?? throw new InvalidDataException("The archive holds an empty line.");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException("The archive holds a line that is no JSON.", error);
        }
    }
}
