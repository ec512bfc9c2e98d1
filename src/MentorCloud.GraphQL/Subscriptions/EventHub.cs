using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace MentorCloud.GraphQL.Subscriptions;

/// <summary>
/// Hands events to the subscribers of a topic, in process. Each subscriber has a queue of bounded length; one that does
/// not keep up is ended with a coded error instead of filling the memory, and may subscribe again.
/// </summary>
/// <typeparam name="TTopic">What subscribers choose by; name tenant and object in it.</typeparam>
/// <typeparam name="TEvent">What they get; shared by all of them, so immutable.</typeparam>
/// <param name="queueLength">Events that may wait for one subscriber. Default 256.</param>
public sealed class EventHub<TTopic, TEvent>(int queueLength = 256)
    where TTopic : notnull
{
    /// <summary>Held by who comes or goes, so that nobody joins a topic while its last subscriber takes it away.</summary>
    private readonly Lock _coming = new();
    private readonly ConcurrentDictionary<TTopic, ConcurrentDictionary<Channel<TEvent>, bool>> _topics = new();

    /// <summary>Topics that somebody listens to.</summary>
    public int TopicCount => _topics.Count;

    /// <summary>Gives an event to everybody who listens to the topic; never waits. Grows with the topic's subscribers.</summary>
    /// <param name="topic">Whose event it is.</param>
    /// <param name="value">The event.</param>
    /// <returns>How many subscribers got it.</returns>
    public int Publish(TTopic topic, TEvent value)
    {
        if (!_topics.TryGetValue(topic, out var subscribers)) return 0;
        var reached = 0;
        foreach (var (channel, _) in subscribers)
        {
            if (channel.Writer.TryWrite(value)) reached++;
            else channel.Writer.TryComplete(new GraphQLException("The subscription fell behind and was ended. Subscribe again.", ErrorCodes.SlowConsumer));
        }

        return reached;
    }

    /// <summary>Listens from the moment of this call, so that nothing is missed between it and the first read.</summary>
    /// <param name="topic">What to listen to.</param>
    /// <param name="cancellationToken">Ends the subscription.</param>
    public IAsyncEnumerable<TEvent> Subscribe(TTopic topic, CancellationToken cancellationToken = default)
    {
        var channel = Channel.CreateBounded<TEvent>(new BoundedChannelOptions(queueLength) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
        lock (_coming) _topics.GetOrAdd(topic, static _ => new()).TryAdd(channel, true);
        var leave = cancellationToken.UnsafeRegister(_ => Leave(topic, channel), null);
        return ReadAsync(topic, channel, leave, cancellationToken);
    }

    private async IAsyncEnumerable<TEvent> ReadAsync(TTopic topic, Channel<TEvent> channel, CancellationTokenRegistration leave, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var value in channel.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false)) yield return value;
        }
        finally
        {
            await leave.DisposeAsync().ConfigureAwait(false);
            Leave(topic, channel);
        }
    }

    private void Leave(TTopic topic, Channel<TEvent> channel)
    {
        lock (_coming)
        {
            if (!_topics.TryGetValue(topic, out var subscribers)) return;
            subscribers.TryRemove(channel, out _);
            if (subscribers.IsEmpty) _topics.TryRemove(topic, out _);
        }
    }
}
