using MentorCloud.GraphQL.Execution;

namespace MentorCloud.GraphQL.Loaders;

/// <summary>What the engine knows of a loader. Derive from <see cref="DataLoader{TKey, TValue}"/>.</summary>
public abstract class DataLoader
{
    private protected DataLoader()
    {
    }

    /// <summary>The operation that sends the keys; null before the engine made the loader and after the operation is over.</summary>
    private protected OperationExecution? Execution { get; set; }

    internal void Attach(OperationExecution execution) => Execution = execution;

    /// <summary>Nobody sends keys or awaits a batch any more: all that have no value yet, sent or not, are cancelled, later ones refused.</summary>
    internal abstract void Detach();

    /// <summary>Sends the keys that gathered; false when there were none.</summary>
    internal abstract bool Dispatch();
}
