using MentorCloud.GraphQL.Execution;

namespace MentorCloud.GraphQL.Loaders;

/// <summary>What the engine knows of a loader. Derive from <see cref="DataLoader{TKey, TValue}"/>.</summary>
public abstract class DataLoader
{
    private protected DataLoader()
    {
    }

    private protected OperationExecution? Execution { get; private set; }

    internal void Attach(OperationExecution execution) => Execution = execution;

    /// <summary>Sends the keys that gathered; false when there were none.</summary>
    internal abstract bool Dispatch();
}
