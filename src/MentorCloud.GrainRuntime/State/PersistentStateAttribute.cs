namespace MentorCloud.GrainRuntime;

/// <summary>Marks a constructor parameter of type <see cref="IPersistentState{TState}"/> that the runtime fills from storage.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
[System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1813", Justification = "Not sealed, as in Orleans.")]
public class PersistentStateAttribute : Attribute
{
    /// <summary>Names the record.</summary>
    /// <param name="stateName">Unique within the grain class; part of the stored key.</param>
    /// <param name="storageName">A store registered under that name; null for the default one.</param>
    public PersistentStateAttribute(string stateName, string? storageName = null)
    {
        ArgumentNullException.ThrowIfNull(stateName);
        StateName = stateName;
        StorageName = storageName;
    }

    /// <summary>The record's name within the grain class.</summary>
    public string StateName { get; }

    /// <summary>The store's name; null for the default one.</summary>
    public string? StorageName { get; }
}
