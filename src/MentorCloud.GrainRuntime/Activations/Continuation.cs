namespace MentorCloud.GrainRuntime;

/// <summary>Code after an await inside a grain, on its way back to the activation. Pooled by thread.</summary>
internal sealed class Continuation : WorkItem
{
    private const int PoolLimit = 64;

    [ThreadStatic]
    private static Continuation? s_pool;

    [ThreadStatic]
    private static int s_pooled;

    private SendOrPostCallback? _callback;
    private object? _state;

    public static Continuation Rent(SendOrPostCallback callback, object? state)
    {
        var item = s_pool;
        if (item is null)
        {
            item = new Continuation();
        }
        else
        {
            s_pool = (Continuation?)item.Next;
            s_pooled--;
            item.Next = null;
        }

        item._callback = callback;
        item._state = state;
        return item;
    }

    public void Run()
    {
        var (callback, state) = (_callback!, _state);
        (_callback, _state) = (null, null);
        if (s_pooled < PoolLimit)
        {
            Next = s_pool;
            s_pool = this;
            s_pooled++;
        }

        callback(state);
    }
}
