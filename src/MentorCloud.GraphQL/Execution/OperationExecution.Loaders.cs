using MentorCloud.GraphQL.Binding;
using MentorCloud.GraphQL.Loaders;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.GraphQL.Execution;

internal sealed partial class OperationExecution
{
    private readonly Dictionary<Type, DataLoader> _loaders = [];
    private readonly List<DataLoader> _loaderOrder = [];
    private object?[] _resolvers = new object?[8];

    /// <summary>The request's loader of a type, made with the request's services when first asked for.</summary>
    public TLoader Loader<TLoader>()
        where TLoader : DataLoader
    {
        if (_loaders.TryGetValue(typeof(TLoader), out var known)) return (TLoader)known;
        var loader = Context.Services.GetService<TLoader>() ?? ActivatorUtilities.CreateInstance<TLoader>(Context.Services);
        loader.Attach(this);
        _loaders.Add(typeof(TLoader), loader);
        _loaderOrder.Add(loader);
        return loader;
    }

    /// <summary>The request's instance of a resolver class.</summary>
    public T Resolver<T>(int slot)
        where T : class
    {
        if (slot >= _resolvers.Length) Array.Resize(ref _resolvers, slot + 8);
        return (T)(_resolvers[slot] ??= Context.Services.GetService<T>() ?? ActivatorUtilities.CreateInstance<T>(Context.Services));
    }

    private bool DispatchLoaders()
    {
        // Before looking: who asks behind this is seen now, or asks again.
        lock (_gate) _asked = false;
        var any = false;
        // By index: what arrives at once may ask for loaders that were not there yet.
        for (var i = 0; i < _loaderOrder.Count; i++) any |= _loaderOrder[i].Dispatch();
        return any;
    }

    /// <summary>Nothing that was read before a change is shown behind it: a mutation's root fields have loaders of their own each.</summary>
    private void ForgetLoaders()
    {
        foreach (var loader in _loaderOrder) loader.Detach();
        _loaders.Clear();
        _loaderOrder.Clear();
    }

    /// <summary>Readies this object for another request.</summary>
    public void Reset()
    {
        Output.Reset();
        _errors.Clear();
        Array.Clear(_levels);
        Array.Clear(_arguments);
        Array.Clear(_resolvers);
        ForgetLoaders();
        _deferred.Clear();
        lock (_gate)
        {
            _ready.Clear();
            _waiter = null;
            _asked = false;
        }

        _pending = 0;
        _depth = 0;
        _rootDead = false;
        _variant = null;
        _variables = VariableValues.Empty;
        Context = null!;
        Root = null!;
        _assembled?.Reset();
        _timeout?.Dispose();
        _timeout = null;
        _limit?.Dispose();
        _limit = null;
        _caller = default;
    }
}
