using MentorCloud.App.Stats;

namespace MentorCloud.App.Hosting;

/// <summary>The file of an edition that keeps its grains in the data folder; read beside the process that holds it, never written.</summary>
public interface IGrainFile
{
    /// <summary>The file's name within the data folder.</summary>
    string Name { get; }

    /// <summary>Reads the file whole and tests its structure and every checksum.</summary>
    /// <param name="file">The file, or a copy of it.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>Sentences that name what is damaged; none when the file is sound.</returns>
    IReadOnlyList<string> Verify(string file, CancellationToken cancellationToken);

    /// <summary>Counts what the file holds.</summary>
    /// <param name="file">The file.</param>
    /// <param name="now">Reminders due by then count as overdue.</param>
    /// <returns>The figures.</returns>
    GrainFigures Figures(string file, DateTimeOffset now);

    /// <summary>The stored records under a key prefix, read as they are needed.</summary>
    /// <param name="file">The file.</param>
    /// <param name="keyPrefix">Such as <c>{tenant}/</c>, or a whole key; empty for all.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>Type of the grain in lower case, key, and the record as UTF-8 JSON.</returns>
    IEnumerable<(string GrainType, string Key, ReadOnlyMemory<byte> Record)> Records(string file, string keyPrefix, CancellationToken cancellationToken);
}
