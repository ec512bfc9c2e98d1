using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using MentorCloud.Cluster.Configuration;
using MentorCloud.Cluster.Silo;
using MentorCloud.Contracts.Directory;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Cluster.Directory;

/// <summary>
/// The grain directory on the table of grain states. Orleans stores a grain under <c>{service}_{type}/{key}</c> with
/// each character that Azure Tables forbid in keys (<c>/ \ # ?</c>) written as <c>_</c>; our keys have one such
/// character, the slash after the tenant, so that they can be told from the stored form.
/// </summary>
internal sealed class TableGrainDirectory(TableServiceClient tables, ClusterSettings options) : IGrainDirectory
{
    private const char Stored = '_';

    private const char Slash = '/';

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> KeysAsync(
        string grainType, string keyPrefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var name = grainType.ToLowerInvariant();
        var head = $"{options.ServiceId}{Stored}{name}{Stored}";
        var first = head + keyPrefix.Replace(Slash, Stored);
        var filter = TableClient.CreateQueryFilter($"PartitionKey ge {first} and PartitionKey lt {After(first)} and RowKey eq {name}");
        var rows = tables.GetTableClient(StorageAccount.GrainsTable)
            .QueryAsync<TableEntity>(filter, select: ["PartitionKey"], cancellationToken: cancellationToken);
        await foreach (var row in rows)
        {
            yield return KeyOf(row.PartitionKey[head.Length..]);
        }
    }

    /// <summary>The kinds of grains that have stored state, in lower case and in order. One short question for each kind, however many grains there are.</summary>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>Kinds.</returns>
    public async Task<IReadOnlyList<string>> KindsAsync(CancellationToken cancellationToken)
    {
        var kinds = new List<string>();
        var head = $"{options.ServiceId}{Stored}";
        var (from, end) = (head, After(head));
        while (await FirstAsync(from, end, cancellationToken) is { } found)
        {
            var kind = found[head.Length..found.IndexOf(Stored, head.Length)];
            kinds.Add(kind);
            from = After($"{head}{kind}{Stored}");
        }

        return kinds;
    }

    private async Task<string?> FirstAsync(string from, string end, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {end}");
        var rows = tables.GetTableClient(StorageAccount.GrainsTable)
            .QueryAsync<TableEntity>(filter, maxPerPage: 1, select: ["PartitionKey"], cancellationToken: cancellationToken);
        await foreach (var row in rows)
        {
            return row.PartitionKey;
        }

        return null;
    }

    /// <summary>The grain's key from its stored form: the first character after the tenant was the slash.</summary>
    internal static string KeyOf(string stored) => string.Create(stored.Length, stored, static (key, text) =>
    {
        text.CopyTo(key);
        if (key.Length > EntityId.TextLength)
        {
            key[EntityId.TextLength] = Slash;
        }
    });

    /// <summary>The first text after all that begin so: keys hold ASCII alone.</summary>
    private static string After(string prefix) => prefix[..^1] + (char)(prefix[^1] + 1);
}
