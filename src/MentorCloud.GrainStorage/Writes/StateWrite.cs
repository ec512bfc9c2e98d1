using MentorCloud.GrainRuntime;

namespace MentorCloud.GrainStorage.Writes;

/// <summary>The write of one state. Pooled by thread: it is the store's hot path.</summary>
internal sealed class StateWrite : GroupWrite<SqliteSession>
{
    private const int PoolLimit = 256;

    [ThreadStatic]
    private static Stack<StateWrite>? s_pool;

    private long _kind;
    private GrainStateKey _key;
    private long _expectedVersion;
    private ReadOnlyMemory<byte> _payload;

    public override string Subject => _key.ToString();

    public static StateWrite Rent(long kind, GrainStateKey key, long expectedVersion, ReadOnlyMemory<byte> payload)
    {
        if (s_pool is null || !s_pool.TryPop(out var write))
            write = new StateWrite();
        (write._kind, write._key, write._expectedVersion, write._payload) = (kind, key, expectedVersion, payload);
        return write;
    }

    public override long Apply(SqliteSession session) => session.Write(_kind, _key, _expectedVersion, _payload.Span);

    protected override void Recycle()
    {
        _payload = default;
        _key = default;
        s_pool ??= new Stack<StateWrite>();
        if (s_pool.Count < PoolLimit)
            s_pool.Push(this);
    }
}
