namespace MentorCloud.GrainRuntime;

/// <summary>A call of one method, with its arguments unboxed. Pooled by method and thread.</summary>
internal sealed class GrainRequest<TCall> : GrainRequest where TCall : struct, IGrainCall
{
    private const int PoolLimit = 128;

    [ThreadStatic]
    private static GrainRequest<TCall>? s_pool;

    [ThreadStatic]
    private static int s_pooled;

    private TCall _call;

    protected override CancellationToken CancellationToken => _call.CancellationToken;

    public static GrainRequest<TCall> Rent(GrainMethod method, GrainReference reference, in TCall call)
    {
        var request = s_pool;
        if (request is null)
        {
            request = new GrainRequest<TCall>();
        }
        else
        {
            s_pool = (GrainRequest<TCall>?)request.Next;
            s_pooled--;
            request.Next = null;
        }

        request._call = call;
        request.Prepare(method, reference);
        return request;
    }

    public override int GetArgumentCount() => _call.ArgumentCount;

    public override object? GetArgument(int index) => _call.GetArgument(index);

    public override void SetArgument(int index, object value) => _call.SetArgument(index, value);

    protected override Task InvokeGrain(object grain)
    {
        try
        {
            return _call.Invoke(grain);
        }
#pragma warning disable CA1031 // A method that is not async throws here; callers see the same either way.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return Task.FromException(error);
        }
    }

    protected override void Recycle()
    {
        Clear();
        _call = default;
        if (s_pooled >= PoolLimit)
            return;
        Next = s_pool;
        s_pool = this;
        s_pooled++;
    }
}
