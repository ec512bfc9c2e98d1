using System.Runtime.CompilerServices;

namespace MentorCloud.GrainRuntime;

/// <summary>Addresses a grain. Generated proxies derive from it; it holds no turn and keeps nothing awake.</summary>
public abstract class GrainReference : IAddressable
{
    private readonly GrainKind _kind;
    private readonly string _key;
    private Activation? _target;

    /// <summary>For generated proxies.</summary>
    /// <param name="seed">Which grain.</param>
    protected GrainReference(GrainReferenceSeed seed)
    {
        _kind = seed.Kind;
        _key = seed.Key;
    }

    /// <summary>The grain that is addressed.</summary>
    public GrainId GrainId => new(_kind.Type, IdSpan.Create(_key));

    internal GrainKind Kind => _kind;

    /// <summary>A reference to the same grain by another of its interfaces.</summary>
    internal GrainReference Cast(Type interfaceType) =>
        Array.IndexOf(_kind.Class.Interfaces, interfaceType) >= 0
            ? _kind.Host.ProxyOf(interfaceType)(new GrainReferenceSeed(_kind, _key))
            : throw new InvalidCastException($"Grain {GrainId} does not implement {interfaceType}.");

    /// <summary>The live activation; wakes one when there is none.</summary>
    internal Activation Resolve()
    {
        var target = _target;
        if (target is not null && !target.IsDead)
            return target;
        return _target = _kind.FindOrWake(_key);
    }

    /// <summary>Calls a method that returns a value; for generated code.</summary>
    protected Task<TResult> Call<TCall, TResult>(GrainMethod method, TCall call) where TCall : struct, IGrainCall
    {
        var request = GrainRequest<TCall>.Rent(method, this, in call);
        if (!request.Send(out var outcome))
            return GrainRequest.Await<TResult>(request);
        return request.IsPlain(outcome) ? Unsafe.As<Task<TResult>>(request.Return(outcome)) : GrainRequest.Unwrap<TResult>(request, outcome);
    }

    /// <summary>Calls a method that returns no value; for generated code.</summary>
    protected Task Call<TCall>(GrainMethod method, TCall call) where TCall : struct, IGrainCall
    {
        var request = GrainRequest<TCall>.Rent(method, this, in call);
        return request.Send(out var outcome) ? request.Return(outcome) : GrainRequest.Await(request);
    }
}
