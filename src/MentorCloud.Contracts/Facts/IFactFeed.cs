namespace MentorCloud.Contracts.Facts;

/// <summary>The published facts, in order, for consumers that keep their place: reactions, notifications, subscriptions.</summary>
public interface IFactFeed
{
    /// <summary>Reads on from a place; returns at once with what there is.</summary>
    /// <param name="after">The last position read; 0 from the beginning.</param>
    /// <param name="most">At most so many, 1..1,000.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>Facts in order of position; empty when there are none yet.</returns>
    Task<IReadOnlyList<FactRecord>> ReadAsync(long after, int most, CancellationToken cancellationToken);

    /// <summary>Waits until there is a fact after a place.</summary>
    /// <param name="after">The last position read.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Completes when there is one.</returns>
    Task WaitAsync(long after, CancellationToken cancellationToken);

    /// <summary>The newest position; 0 when nothing was published yet.</summary>
    long Latest { get; }

    /// <summary>Where a consumer stands.</summary>
    /// <param name="consumer">Its name.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The last position that it finished; 0 for a new one.</returns>
    Task<long> CheckpointAsync(string consumer, CancellationToken cancellationToken);

    /// <summary>Remembers where a consumer stands.</summary>
    /// <param name="consumer">Its name.</param>
    /// <param name="position">The last position that it finished.</param>
    /// <param name="cancellationToken">Stops writing.</param>
    /// <returns>Completes when durable.</returns>
    Task SaveCheckpointAsync(string consumer, long position, CancellationToken cancellationToken);
}
