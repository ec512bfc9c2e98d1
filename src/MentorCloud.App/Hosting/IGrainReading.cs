using MentorCloud.App.Stats;

namespace MentorCloud.App.Hosting;

/// <summary>The stored grains of an edition, read beside the process that holds them; never written.</summary>
public interface IGrainReading
{
    /// <summary>Reads everything and tests its structure and every checksum.</summary>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>Sentences that name what is damaged; none when all is sound.</returns>
    IReadOnlyList<string> Verify(CancellationToken cancellationToken);

    /// <summary>Counts what is stored.</summary>
    /// <param name="now">Reminders due by then count as overdue.</param>
    /// <returns>The figures.</returns>
    GrainFigures Figures(DateTimeOffset now);

    /// <summary>The stored records under a key prefix, read as they are needed.</summary>
    /// <param name="keyPrefix">Such as <c>{tenant}/</c>, or a whole key; empty for all.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>Type of the grain in lower case, key, and the record as UTF-8 JSON.</returns>
    IEnumerable<(string GrainType, string Key, ReadOnlyMemory<byte> Record)> Records(string keyPrefix, CancellationToken cancellationToken);
}
