namespace MentorCloud.GrainRuntime;

/// <summary>What waits for the grain: pushed by anybody without a lock, taken over in order of arrival by whoever holds it.</summary>
internal sealed partial class Activation
{
    private void Push(WorkItem item)
    {
        WorkItem? first;
        do
        {
            first = Volatile.Read(ref _incoming);
            item.Next = first;
        }
        while (Interlocked.CompareExchange(ref _incoming, item, first) != first);
    }

    private void TakeIncoming()
    {
        var newest = Interlocked.Exchange(ref _incoming, null);
        WorkItem? oldest = null;
        while (newest is not null)
        {
            var next = newest.Next;
            newest.Next = oldest;
            oldest = newest;
            newest = next;
        }

        while (oldest is not null)
        {
            var next = oldest.Next;
            oldest.Next = null;
            Route(oldest);
            oldest = next;
        }
    }

    private void Route(WorkItem item)
    {
        if (item is Continuation continuation)
        {
            Resume(continuation);
            return;
        }

        if (_pendingLast is null)
            _pendingFirst = item;
        else
            _pendingLast.Next = item;
        _pendingLast = item;
    }

    private Turn? Dequeue()
    {
        if (_pendingFirst is not Turn turn)
            return null;
        _pendingFirst = turn.Next;
        if (_pendingFirst is null)
            _pendingLast = null;
        turn.Next = null;
        Interlocked.Decrement(ref _queued);
        return turn;
    }
}
